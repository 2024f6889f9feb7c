package dev.winback.purchase;

import dev.winback.shared.Sql;

/** By how many days a customer pays late on average, as one expression for every statement. */
public final class DaysLate {

  /** A delay of two weeks is still good conduct (MEA-15); more is paid late, or owed too long. */
  public static final int LIMIT = 14;

  /** Invoices from which an average says something of a customer who owes nothing. */
  public static final int LEAST = 3;

  private static final String OF = limited(Sql.of(DaysLate.class, "days-late.sql").strip());

  private DaysLate() {}

  /** The statement with the limits in their places. */
  public static String limited(String sql) {
    return sql.replace("/*limit*/", Integer.toString(LIMIT))
        .replace("/*least*/", Integer.toString(LEAST));
  }

  /**
   * The statement with the expression about this customer in its place; needs the parameters {@code
   * zone} and {@code day}.
   */
  public static String in(String sql, String customer) {
    return sql.replace("/*days late*/", "\n" + OF.replace("/*customer*/", customer));
  }
}
