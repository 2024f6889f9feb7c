package dev.winback.bench;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One statement with the values that it was asked with. */
record Asked(String sql, List<Value> values) {

  private static final Pattern PAGE = Pattern.compile("limit \\S+\\s*$");
  private static final Pattern HIT = Pattern.compile("\"Shared Hit Blocks\": (\\d+)");
  private static final Pattern READ = Pattern.compile("\"Shared Read Blocks\": (\\d+)");

  record Value(Method set, Object[] arguments) {}

  Asked(String sql) {
    this(sql, new ArrayList<>());
  }

  /** A statement of the list itself, whose rows are counted or shown. */
  boolean counts() {
    return sql.stripLeading().startsWith("select count(*)");
  }

  /**
   * What a pool does after a while: it keeps a plan, but not for words of which it matters which.
   */
  String planning() {
    return "set plan_cache_mode = force_"
        + (sql.contains(" like ?") ? "custom" : "generic")
        + "_plan";
  }

  /** A page of rows: a limit of its own at the end. */
  boolean pages() {
    return PAGE.matcher(sql).find();
  }

  String begins() {
    var words = sql.replaceAll("(?m)^ *--.*$", "").strip().replaceAll("\\s+", " ");
    return words.substring(0, Math.min(70, words.length()));
  }

  void bind(PreparedStatement statement) throws SQLException {
    try {
      for (var value : values) {
        value.set().invoke(statement, value.arguments());
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  int ask(PreparedStatement statement) throws SQLException {
    bind(statement);
    int rows = 0;
    try (var result = statement.executeQuery()) {
      while (result.next()) {
        rows++;
      }
    }
    return rows;
  }

  /** Buffers that the statement touches, those of its planning left out. */
  long buffers(Connection connection) throws SQLException {
    var plan = new StringBuilder();
    try (var statement =
        connection.prepareStatement("explain (analyze, buffers, format json) " + sql)) {
      bind(statement);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          plan.append(rows.getString(1)).append('\n');
        }
      }
    }
    // the first node is the whole plan
    return first(HIT, plan) + first(READ, plan);
  }

  private static long first(Pattern pattern, CharSequence plan) {
    var found = pattern.matcher(plan);
    return found.find() ? Long.parseLong(found.group(1)) : 0;
  }
}
