package dev.winback.category;

import dev.winback.shared.Sql;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** The limits of the last night, for the judge and for people. */
@Component
class LimitStore {

  private static final String STORE = Sql.of(LimitStore.class, "limits-store.sql");

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  LimitStore(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  long store(Limits limits) {
    var cuts = limits.cuts();
    var averages = cuts.averages();
    return jdbc.sql(STORE)
        .param("day", cuts.day())
        .param("setting", limits.setting())
        .param("currency", limits.currency())
        .param("cuts", json.writeValueAsString(cuts.withoutHistory()))
        .param("customers", cuts.totals().customers())
        .param("total", shown(cuts, cuts.totals().total()))
        .param("foreign_customers", cuts.totals().foreignCustomers())
        .param("foreign_purchases", cuts.totals().foreignPurchases())
        .param("a", shown(cuts, cuts.a()))
        .param("b", shown(cuts, cuts.b()))
        .param("paid", averages.paid())
        .param("used", averages.used())
        .param("purchases", averages.purchases())
        .param("units", averages.units())
        .update();
  }

  private static @Nullable BigDecimal shown(Cuts cuts, Cut cut) {
    return cut.equals(Cut.NOBODY) ? null : shown(cuts, cut.value());
  }

  private static BigDecimal shown(Cuts cuts, long value) {
    return cuts.settings().criterion().shown(value);
  }

  /** Empty before the first night. */
  Optional<Limits> last() {
    return jdbc.sql("select setting_id, currency, cuts from category_limit")
        .query(
            (row, n) ->
                new Limits(
                    row.getInt("setting_id"),
                    row.getString("currency"),
                    json.readValue(row.getString("cuts"), Cuts.class)))
        .optional();
  }

  Optional<CategoryLimits> shown() {
    return jdbc.sql("select * from category_limit").query(CategoryLimits.class).optional();
  }
}
