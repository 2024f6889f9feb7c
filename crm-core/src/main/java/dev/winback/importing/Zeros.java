package dev.winback.importing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL holds every character but U+0000, which is written as two others and read back. */
final class Zeros {

  private static final Pattern WRITTEN = Pattern.compile("\u2400([0\u2400])");

  private Zeros() {}

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
