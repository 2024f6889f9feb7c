package dev.winback.web.layout;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The filter of a list as it may be kept for years: words that somebody searched for, numbers of
 * customers and positions in a list are left out, because a person could be named in them.
 */
public final class FilterText {

  private static final Set<String> OF_PERSONS =
      Set.of("q", "customer", "ref", "name", "email", "phone", "code", "after", "from-page");

  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_.:, -]{0,60}");

  private FilterText() {}

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
    boolean kept = !OF_PERSONS.contains(name) && PLAIN.matcher(value).matches();
    return (PLAIN.matcher(name).matches() ? name : "*")
        + "="
        + (kept || value.isEmpty() ? value : "*");
  }

  private static String read(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return "*";
    }
  }
}
