package dev.winback.importing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** PostgreSQL holds every character but U+0000, which is written as two others and read back. */
final class Zeros {

  private static final Pattern WRITTEN = Pattern.compile("\u2400([0\u2400])");

  /** As JSON writes it; a backslash that is itself written as two begins nothing. */
  private static final Pattern ESCAPED = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

  private Zeros() {}

  /**
   * What a file says of itself, as JSON that a column can hold: a file that is no text has U+0000
   * in its names and cells, and there it is left out.
   */
  static String json(ObjectMapper json, @Nullable Object said) {
    return ESCAPED.matcher(json.writeValueAsString(said)).replaceAll("$1");
  }

  static String written(String text) {
    return text.indexOf('\0') < 0 && text.indexOf('\u2400') < 0
        ? text
        : text.replace("\u2400", "\u2400\u2400").replace("\0", "\u24000");
  }

  static String read(String text) {
    return text.indexOf('\u2400') < 0
        ? text
        : WRITTEN
            .matcher(text)
            .replaceAll(
                found -> Matcher.quoteReplacement("0".equals(found.group(1)) ? "\0" : "\u2400"));
  }
}
