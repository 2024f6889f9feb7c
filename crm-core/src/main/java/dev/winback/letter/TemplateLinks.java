package dev.winback.letter;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The targets of a template version, numbered: the button first, then the links of its words. A
 * version never changes, so a number means the same for as long as its letters are read. What is no
 * address keeps its number and leads nowhere.
 */
final class TemplateLinks {

  private static final Pattern IN_WORDS =
      Pattern.compile("\\]\\(\\s*<?(https://[^\\s<>()\"]+)|<(https://[^\\s<>\"]+)>");

  private static final Pattern OTHER =
      Pattern.compile(
          "(?<!(?<!\\\\)!)\\[[^\\[\\]]*\\]\\(\\s*<?(?!https://|picture:|file:)((?:[a-z][a-z0-9+.-]*:|www\\.|//)[^\\s<>()\"]*)",
          Pattern.CASE_INSENSITIVE);

  private TemplateLinks() {}

  /** What is written as a link and would be left out, because it is no https:// address. */
  static Stream<String> leftOut(String body) {
    return OTHER.matcher(body).results().map(found -> found.group(1));
  }

  /** Without a button's address it leads to the website. */
  static List<String> of(String buttonUrl, String body, String website) {
    var links = new ArrayList<String>();
    var button = buttonUrl.isBlank() ? website.strip() : buttonUrl.strip();
    links.add(button.startsWith("https://") || button.startsWith("http://") ? button : "");
    inWords(body).filter(url -> !links.contains(url)).forEach(links::add);
    return links.stream().map(url -> isAddress(url) ? url : "").toList();
  }

  /** As they stand there, whether they are addresses or not. */
  static Stream<String> inWords(String body) {
    return IN_WORDS
        .matcher(body)
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1));
  }

  static boolean isAddress(String url) {
    try {
      new URI(url);
      return true;
    } catch (URISyntaxException noAddress) {
      return false;
    }
  }
}
