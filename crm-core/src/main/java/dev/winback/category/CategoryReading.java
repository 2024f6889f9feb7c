package dev.winback.category;

import dev.winback.customer.CustomerId;
import dev.winback.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads stored categories. */
@Component
class CategoryReading {

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
