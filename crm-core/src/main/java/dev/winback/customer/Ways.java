package dev.winback.customer;

import dev.winback.shared.Sql;

/** The ways that are open to a customer, as conditions that the statements of others take in. */
public final class Ways {

  private static final String PHONE = condition("by-phone.sql");
  private static final String LETTER = condition("by-letter.sql");

  private Ways() {}

  private static String condition(String file) {
    return "(" + Sql.of(Ways.class, file).strip() + ")";
  }

  /** Puts them into a statement that calls the customer {@code c}. */
  public static String in(String sql) {
    return sql.replace("/*by-phone*/", PHONE).replace("/*by-letter*/", LETTER);
  }
}
