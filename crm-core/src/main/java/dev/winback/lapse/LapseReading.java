package dev.winback.lapse;

import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at lapses without changing them. */
@Component
class LapseReading {

  private static final String SEES =
      Sql.of(LapseReading.class, "sees.sql").replace("/*visible*/", Visible.CUSTOMER);

  private final JdbcClient jdbc;

  LapseReading(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean sees(long customer, Actor actor) {
    return jdbc.sql(SEES)
        .param("customer", customer)
        .params(Visible.to(actor))
        .query(Boolean.class)
        .single();
  }
}
