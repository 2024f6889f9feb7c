package dev.winback.testing;

import dev.winback.report.LostCustomers;
import dev.winback.shared.Sql;

/** What the rows of the lost list are made of, for who looks at them or fills tables by himself. */
public final class LostRowsMade {

  /** All of them, in the order of the columns of their table. */
  public static final String ROWS =
      Sql.of(LostCustomers.class, "lost-rows.sql")
          .replace("/*left*/", Sql.of(LostCustomers.class, "left.sql"));

  private LostRowsMade() {}
}
