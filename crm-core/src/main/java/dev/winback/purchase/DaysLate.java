package dev.winback.purchase;

import dev.winback.shared.Sql;

/** By how many days a customer pays late on average, as one expression for every statement. */
public final class DaysLate {

  /** A delay of two weeks is still good conduct (MEA-15); more is paid late, or owed too long. */
  public static final int LIMIT = 14;

  private static final String OF = limited(Sql.of(DaysLate.class, "days-late.sql").strip());

  private DaysLate() {}

  /** The statement with the limit in its places. */
  public static String limited(String sql) {
    return sql.replace("/*limit*/", Integer.toString(LIMIT));
  }

  /**
   * The statement with the expression about this customer in its place; needs the parameters {@code
   * zone} and {@code day}.
   */
  public static String in(String sql, String customer) {
    return sql.replace("/*days late*/", "\n" + OF.replace("/*customer*/", customer));
  }
}
