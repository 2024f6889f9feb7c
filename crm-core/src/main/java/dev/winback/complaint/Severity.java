package dev.winback.complaint;

/**
 * How hard a conflict is, 1 to 5 (UND-19): from 3 on it is severe, tells the leaders at once and
 * cools down before anybody calls.
 */
public final class Severity {

  private static final int SEVERE = 3;

  private Severity() {}

  public static boolean severe(int severity) {
    return severity >= SEVERE;
  }

  /** The statement with the comparison in the place of its mark. */
  public static String in(String sql) {
    return sql.replace("/*severe*/", ">= " + SEVERE);
  }
}
