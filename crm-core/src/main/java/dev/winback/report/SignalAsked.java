package dev.winback.report;

import dev.winback.shared.Sql;

/** The condition of a list that its customers have a signal, in the place that is kept for it. */
final class SignalAsked {

  private static final String ALL = Sql.of(SignalAsked.class, "signal.sql");
  private static final String ON_THE_WAY = Sql.of(SignalAsked.class, "signal-on-the-way.sql");

  private SignalAsked() {}

  /** Where all of them are wanted: to be counted, written into a file, compared. */
  static String all(String sql, String customer) {
    return in(sql, ALL, customer);
  }

  /** Where a page is, which is full before most customers were looked at. */
  static String onTheWay(String sql, String customer) {
    return in(sql, ON_THE_WAY, customer);
  }

  private static String in(String sql, String condition, String customer) {
    return sql.replace("/*signal*/", condition.replace("c.id", customer));
  }
}
