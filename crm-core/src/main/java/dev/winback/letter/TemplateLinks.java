package dev.winback.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The targets of a template version, numbered: the button first, then the links of its words. A
 * version never changes, so a number means the same for as long as its letters are read.
 */
final class TemplateLinks {

  private static final Pattern IN_WORDS =
      Pattern.compile("\\]\\(\\s*<?(https://[^\\s<>()\"]+)|<(https://[^\\s<>\"]+)>");

  private TemplateLinks() {}

  /** Without a button's address it leads to the website. */
  static List<String> of(String buttonUrl, String body, String website) {
    var links = new ArrayList<String>();
    var button = buttonUrl.isBlank() ? website.strip() : buttonUrl.strip();
    links.add(button.startsWith("https://") || button.startsWith("http://") ? button : "");
    IN_WORDS
        .matcher(body)
        .results()
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .filter(url -> !links.contains(url))
        .forEach(links::add);
    return links;
  }
}
