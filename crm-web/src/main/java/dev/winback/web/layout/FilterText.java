package dev.winback.web.layout;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The filter of a list as it may be kept for years: only what chooses among our own words, days and
 * figures. A person could be named in all the rest, also in a parameter that we do not know.
 */
public final class FilterText {

  /** Of these the value is kept. */
  private static final Set<String> CHOICES =
      words(
          """
          aBy abc act again arm because by clicks control day decision due from held kind level limit low max min
          mine mode month months notABy occasion older olderThan one open other part period reminded rung second
          show signal since sort source stage state status step survey to type unit vip what who work xyz year
          """);

  /** Of these it is kept that somebody asked by them. */
  private static final Set<String> NAMES =
      words(
          """
          after asked assignee city code column customer event goods group interest lostBy member
          name owner q query reason ref referred region shop view word words
          """);

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:,-]{0,40}");

  private FilterText() {}

  private static Set<String> words(String all) {
    return Set.of(all.strip().split("\\s+"));
  }

  /** Each parameter with its value, or with a star for a value that is not kept. */
  public static String of(@Nullable String query) {
    return query == null
        ? ""
        : Arrays.stream(query.split("&"))
            .filter(part -> !part.isEmpty())
            .map(FilterText::parameter)
            .collect(Collectors.joining("&"));
  }

  private static String parameter(String part) {
    int at = part.indexOf('=');
    var name = read(at < 0 ? part : part.substring(0, at));
    var value = read(at < 0 ? "" : part.substring(at + 1));
    if (!CHOICES.contains(name)) {
      return NAMES.contains(name) ? name + "=" + (value.isEmpty() ? "" : "*") : "*=*";
    }
    return name + "=" + (PLAIN.matcher(value).matches() ? value : "*");
  }

  private static String read(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return "*";
    }
  }
}
