package dev.winback.importing;

import java.util.regex.Pattern;

/** Texts of a workbook write what XML cannot hold as _x000D_. */
final class XlsxText {

  private static final Pattern WRITTEN = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private XlsxText() {}

  static String plain(String text) {
    return text.contains("_x")
        ? WRITTEN
            .matcher(text)
            .replaceAll(
                found ->
                    java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))))
        : text;
  }
}
