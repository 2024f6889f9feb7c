package dev.winback.purchase;

import dev.winback.shared.Sql;

/** By how many days a customer pays late on average, as one expression for every statement. */
public final class DaysLate {

  private static final String OF = Sql.of(DaysLate.class, "days-late.sql").strip();

  private DaysLate() {}

  /**
   * The statement with the expression about this customer in its place; needs the parameters {@code
   * zone} and {@code day}.
   */
  public static String in(String sql, String customer) {
    return sql.replace("/*days late*/", "\n" + OF.replace("/*customer*/", customer));
  }
}
