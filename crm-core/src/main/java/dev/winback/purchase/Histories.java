package dev.winback.purchase;

import dev.winback.customer.CustomerId;
import dev.winback.shared.BinaryColumns;
import dev.winback.shared.Copy;
import dev.winback.shared.Sql;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Streams purchases in the order of their customers, one row in memory at a time. */
@Component
class Histories {

  private static final String STREAM = Sql.of(Histories.class, "stream.sql");
  private static final String SLICES = Sql.of(Histories.class, "slices.sql");

  private final Copy copy;
  private final JdbcClient jdbc;

  Histories(Copy copy, JdbcClient jdbc) {
    this.copy = copy;
    this.jdbc = jdbc;
  }

  void stream(CustomerRange range, PurchaseSink sink) {
    stream("customer_id >= " + range.from() + " and customer_id < " + range.until(), sink);
  }

  void stream(Set<CustomerId> customers, PurchaseSink sink) {
    var keys =
        customers.stream()
            .map(id -> Long.toString(id.value()))
            .collect(Collectors.joining(",", "'{", "}'"));
    stream("customer_id = any (" + keys + "::bigint[])", sink);
  }

  /** COPY takes no parameters: the condition is made of numbers only. */
  private void stream(String condition, PurchaseSink sink) {
    copy.out(STREAM.replace(":customers", condition), rows -> pass(rows, sink));
  }

  private static void pass(BinaryColumns rows, PurchaseSink sink) throws SQLException {
    var row = new PurchaseRow();
    while (rows.next()) {
      sink.row(row.read(rows));
    }
  }

  List<CustomerRange> slices(int customersPerSlice) {
    return jdbc.sql(SLICES)
        .param("size", customersPerSlice)
        .query((row, n) -> new CustomerRange(row.getLong(1), row.getLong(2)))
        .list();
  }
}
