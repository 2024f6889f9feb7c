package dev.winback.customer;

import dev.winback.shared.Sql;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of a search box as the parameters of {@code search.sql}: number, e-mail, phone or part
 * of a name. What can be nothing but an e-mail or a telephone number has a statement of its own,
 * which finds the same by looking it up: one plan for all of them tries each way for every word.
 */
public final class Search {

  private static final String WORDS = Sql.of(Search.class, "search.sql");
  private static final String KNOWN = Sql.of(Search.class, "search-known.sql");
  private static final String MAIL = within(Sql.of(Search.class, "search-mail.sql"));
  private static final String NUMBER = within(Sql.of(Search.class, "search-phone.sql"));

  /** In any writing: each arm has its index, and one that cannot match would hide them. */
  private static final String PHONE =
      " or c.phone_e164 like :q_phone"
          + " or phone_differs(c.phone, c.phone_e164) and regexp_replace(c.phone, '\\D', '', 'g') like :q_phone";

  private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+");

  /** A run of six is looked up; a zero in front may stand in what was typed alone. */
  private static final Pattern LONG = Pattern.compile("[1-9]\\d{5,14}");

  private static final int RUN = 6;

  private Search() {}

  private static String within(String sql) {
    return "c.id = any (array(" + sql.replace("/*known*/", KNOWN) + "))";
  }

  /** The statement with the predicate over a customer {@code c} in its place. */
  public static String in(String sql, Map<String, ? extends @Nullable Object> params) {
    return sql.replace("/*search*/", predicate(params));
  }

  /** Whether it can be nothing but an address or a number, which few have. */
  public static boolean exact(Map<String, ? extends @Nullable Object> params) {
    return address(params) || params.get("q_run") != null;
  }

  /** Whether names are searched, as by all that is not {@link #exact}. */
  public static boolean words(Map<String, ? extends @Nullable Object> params) {
    return params.get("q") != null && !exact(params);
  }

  private static boolean address(Map<String, ? extends @Nullable Object> params) {
    return params.get("q") instanceof String q && ADDRESS.matcher(q).matches();
  }

  private static String predicate(Map<String, ? extends @Nullable Object> params) {
    if (address(params)) {
      return MAIL;
    }
    if (params.get("q_run") != null) {
      return NUMBER;
    }
    return "(" + WORDS + (params.get("q_phone") == null ? "" : PHONE) + ")";
  }

  public static Map<String, Object> params(@Nullable String q) {
    var words = q == null ? "" : q.replace("\0", "").strip().toLowerCase(Locale.ROOT);
    var params = new HashMap<String, Object>();
    params.put("q", words.isEmpty() ? null : words);
    params.put("q_part", "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%");
    var digits = digits(words);
    params.put("q_phone", digits == null ? null : "%" + digits + "%");
    params.put("q_digits", digits);
    params.put("q_run", run(digits));
    params.put("q_typed_run", run(digits) == null ? null : last(words.replaceAll("\\D", "")));
    return params;
  }

  private static @Nullable String run(@Nullable String digits) {
    return digits == null || !LONG.matcher(digits).matches() ? null : last(digits);
  }

  private static String last(String digits) {
    return digits.substring(Math.max(0, digits.length() - RUN));
  }

  /**
   * Null unless it reads like a number to dial: at least four digits and nothing but its signs. The
   * zero before an area is no part of the number elsewhere.
   */
  private static @Nullable String digits(String words) {
    boolean abroad = words.matches("(\\+|00).*");
    var digits =
        (abroad ? words.replace("(0)", "") : words)
            .replaceAll("[\\s\u00a0\u2010-\u2015()/.-]", "")
            .replaceFirst("^(\\+|00|0)", "");
    return digits.matches("\\d{4,15}") ? digits : null;
  }
}
