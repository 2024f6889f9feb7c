package dev.winback.category;

import dev.winback.customer.CustomerCorrected;
import dev.winback.customer.CustomerId;
import dev.winback.customer.CustomersMoved;
import dev.winback.purchase.PaymentsRecorded;
import dev.winback.shared.Sql;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts customers where figures and people put them now. */
@Component
class Regrouping {

  private final JdbcClient jdbc;
  private final CategoryReading reading;
  private final MarkStore marks;

  Regrouping(JdbcClient jdbc, CategoryReading reading, MarkStore marks) {
    this.jdbc = jdbc;
    this.reading = reading;
    this.marks = marks;
  }

  void look(Set<CustomerId> customers) {
    var found = reading.of(customers.stream().map(CustomerId::value).sorted().toList());
    var known = marks.of(found.keySet().stream().map(CustomerId::value).toList());
    var groups = new TreeMap<Long, Integer>();
    found.forEach(
        (customer, category) -> groups.put(customer.value(), group(customer, category, known)));
    write(groups);
  }

  private static int group(CustomerId customer, Category category, Marks known) {
    return known.group(customer.value(), category.abc(), category.xyz(), category.vip()).number();
  }

  private void write(Map<Long, Integer> groups) {
    jdbc.sql(
            """
            update customer_category k set priority_group = n.priority_group, judged_at = clock_timestamp()
              from unnest(cast(:customers as bigint[]), cast(:groups as smallint[])) n (customer_id, priority_group)
             where k.customer_id = n.customer_id and k.priority_group <> n.priority_group
            """)
        .param("customers", Sql.array(groups.keySet()))
        .param("groups", Sql.array(groups.values()))
        .update();
  }

  @EventListener
  void on(CustomerCorrected corrected) {
    look(Set.of(corrected.customer()));
  }

  @EventListener
  void on(PaymentsRecorded recorded) {
    look(recorded.customers());
  }

  @EventListener
  @Order(CustomersMoved.STAGES)
  void on(CustomersMoved moved) {
    look(moved.customers());
  }
}
