package dev.winback.mail;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * What stands in an HTML mail for a person to read in a note: words and lines, nothing else. A
 * stranger wrote it: no pattern goes back over what it has read.
 */
final class PlainWords {

  private static final int LONGEST = 100_000;
  private static final Pattern UNSEEN =
      Pattern.compile(
          "<(style|script|head|title)\\b[^<>]*+>[^<]*+</\\1\\s*+>", Pattern.CASE_INSENSITIVE);
  private static final Pattern LINE =
      Pattern.compile("<(br|/p|/div|/li|/tr|/h[1-6])\\b[^<>]*+>", Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG = Pattern.compile("<[^<>]*+>");
  private static final Map<String, String> ENTITIES =
      Map.of("&nbsp;", " ", "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&#39;", "'");

  private PlainWords() {}

  static String of(String html) {
    var text = html.substring(0, Math.min(html.length(), LONGEST)).replaceAll("\\s+", " ");
    text = UNSEEN.matcher(text).replaceAll("");
    text = TAG.matcher(LINE.matcher(text).replaceAll("\n")).replaceAll("");
    for (var entity : ENTITIES.entrySet()) {
      text = text.replace(entity.getKey(), entity.getValue());
    }
    return text.replace("&amp;", "&").replaceAll("(?m)^ ++|(?<! ) ++$", "").strip();
  }
}
