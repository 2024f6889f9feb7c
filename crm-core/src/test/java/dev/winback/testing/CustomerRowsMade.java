package dev.winback.testing;

import dev.winback.report.CustomerLists;
import dev.winback.shared.Sql;

/**
 * What the rows of the customer list are made of, for who looks at them or fills tables by himself.
 */
public final class CustomerRowsMade {

  /** All of them, in the order of the columns of their table. */
  public static final String ROWS = Sql.of(CustomerLists.class, "customer-rows.sql");

  private CustomerRowsMade() {}
}
