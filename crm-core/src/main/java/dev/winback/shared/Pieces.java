package dev.winback.shared;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement without the pieces that nobody asked for: a condition behind "is null or" is kept for
 * every row and hides the index from a kept plan (speed.md, row 8).
 *
 * <p>Pieces stand between {@code -- if parameter} and {@code -- end}, needed when the parameter has
 * a value; joins between {@code -- join alias} and {@code -- end}, needed when something that is
 * left names the alias.
 */
public final class Pieces {

  private static final Pattern CONDITION = pattern("if");
  private static final Pattern JOIN = pattern("join");

  private Pieces() {}

  private static Pattern pattern(String word) {
    return Pattern.compile(
        "^ *-- " + word + " (\\w+)\\n(.*?)^ *-- end\\n", Pattern.MULTILINE | Pattern.DOTALL);
  }

  /** Only the conditions whose parameter has a value, and all joins. */
  public static String asked(String sql, Map<String, ? extends @Nullable Object> params) {
    return CONDITION
        .matcher(sql)
        .replaceAll(piece -> params.get(piece.group(1)) == null ? "" : "$2");
  }

  /**
   * Also without the joins that nothing asks: each finds one row or none, so no row comes or goes.
   */
  public static String counted(String sql, Map<String, ? extends @Nullable Object> params) {
    var left = asked(sql, params);
    for (int before = 0; before != left.length(); ) {
      before = left.length();
      var whole = left;
      left = JOIN.matcher(left).replaceAll(join -> named(join.group(1), join.group(), whole));
    }
    return left;
  }

  private static String named(String alias, String join, String sql) {
    var elsewhere = Pattern.compile("\\b" + alias + "\\.").matcher(sql.replace(join, ""));
    return elsewhere.find() ? java.util.regex.Matcher.quoteReplacement(join) : "";
  }

  /**
   * A limit is part of the statement: of a parameter the kept plan would expect a tenth of all
   * rows. Null: no limit.
   */
  public static String limited(String sql, @Nullable Integer limit) {
    return sql.replace(":limit", limit == null ? "all" : limit.toString());
  }
}
