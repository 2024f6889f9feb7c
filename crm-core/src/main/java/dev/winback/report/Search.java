package dev.winback.report;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of a search box as the parameters of {@code search.sql}: number, e-mail, phone or part
 * of a name.
 */
final class Search {

  private Search() {}

  static Map<String, Object> params(@Nullable String q) {
    var words = q == null ? "" : q.replace("\0", "").strip().toLowerCase(Locale.ROOT);
    var params = new HashMap<String, Object>();
    params.put("q", words.isEmpty() ? null : words);
    params.put("q_part", "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%");
    params.put("q_phone", phone(words));
    return params;
  }

  /**
   * Null unless it reads like a number to dial: at least four digits and nothing but its signs. The
   * zero before an area is no part of the number elsewhere.
   */
  private static @Nullable String phone(String words) {
    boolean abroad = words.matches("(\\+|00).*");
    var digits =
        (abroad ? words.replace("(0)", "") : words)
            .replaceAll("[\\s\u00a0\u2010-\u2015()/.-]", "")
            .replaceFirst("^(\\+|00|0)", "");
    return digits.matches("\\d{4,15}") ? "%" + digits + "%" : null;
  }
}
