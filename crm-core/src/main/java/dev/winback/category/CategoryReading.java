package dev.winback.category;

import dev.winback.customer.CustomerId;
import dev.winback.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads stored categories. */
@Component
class CategoryReading {

  private static final String LAST = Sql.of(CategoryReading.class, "last-bought.sql");

  private final JdbcClient jdbc;

  CategoryReading(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<CustomerId, Category> of(Collection<Long> customers) {
    var found = new HashMap<CustomerId, Category>();
    jdbc.sql("select * from customer_category where customer_id = any (:ids::bigint[])")
        .param("ids", Sql.array(customers))
        .query(
            row -> {
              found.put(new CustomerId(row.getLong("customer_id")), category(row));
            });
    return found;
  }

  /** As {@link Months#lost} does it. */
  Optional<YearMonth> judgedUpTo(CustomerId customer, ZoneId zone) {
    return jdbc.sql(LAST)
        .param("customer", customer.value())
        .param("zone", zone.getId())
        .query(Last.class)
        .optional()
        .filter(last -> last.month().isBefore(YearMonth.from(last.night()).minusMonths(1)))
        .map(Last::month);
  }

  private record Last(LocalDate day, LocalDate night) {
    YearMonth month() {
      return YearMonth.from(day);
    }
  }

  private static Category category(ResultSet row) throws SQLException {
    var second = row.getString("second");
    return new Category(
        Abc.valueOf(row.getString("abc")),
        Xyz.valueOf(row.getString("xyz")),
        row.getBoolean("vip"),
        row.getBoolean("fallen"),
        row.getBoolean("candidate"),
        second == null ? null : SecondCategory.valueOf(second.toUpperCase(Locale.ROOT)),
        PriorityGroup.of(row.getInt("priority_group")),
        row.getBigDecimal("value"),
        row.getInt("a_by"));
  }
}
