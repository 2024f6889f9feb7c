package dev.winback.report;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The words of an address behind its question mark; of one that comes twice the first counts. */
class Query {

  private Query() {}

  static Map<String, String> of(String query) {
    var words = new HashMap<String, String>();
    for (var part : query.split("&")) {
      int is = part.indexOf('=');
      if (is > 0 && is < part.length() - 1) {
        words.putIfAbsent(decoded(part.substring(0, is)), decoded(part.substring(is + 1)));
      }
    }
    return words;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException halfEscaped) {
      return text;
    }
  }
}
