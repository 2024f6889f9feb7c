package dev.winback.script;

import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of a customer under the names of {@link Blanks}. */
@Component
class CalledValues {

  private static final String VALUES = Sql.of(CalledValues.class, "values.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  CalledValues(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  Map<String, String> of(CustomerId customer, Actor actor) {
    return jdbc.sql(VALUES)
        .param("customer", customer.value())
        .param("today", clock.today())
        .param("zone", clock.getZone().getId())
        .query((row, n) -> values(row, actor))
        .single();
  }

  private static Map<String, String> values(ResultSet row, Actor actor) throws SQLException {
    var values = new HashMap<String, String>();
    values.put("rep", actor.name());
    for (var column :
        new String[] {"first_name", "name", "company", "firm", "days", "last_goods"}) {
      var value = row.getString(column);
      values.put(column.replace('_', ' '), value == null ? "" : value);
    }
    return values;
  }
}
