package dev.winback.report;

import dev.winback.shared.Sql;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of a search box as the parameters of {@code search.sql}: number, e-mail, phone or part
 * of a name.
 */
final class Search {

  private static final String WORDS = Sql.of(Search.class, "search.sql");

  /** In any writing: each arm has its index, and one that cannot match would hide them. */
  private static final String PHONE =
      " or c.phone_e164 like :q_phone or regexp_replace(c.phone, '\\D', '', 'g') like :q_phone";

  private Search() {}

  /** The statement with the predicate over a customer {@code c} in its place. */
  static String in(String sql, Map<String, ? extends @Nullable Object> params) {
    var phone = params.get("q_phone") == null ? "" : PHONE;
    return sql.replace("/*search*/", "(" + WORDS + phone + ")");
  }

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
