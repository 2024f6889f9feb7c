package dev.winback.importing;

import dev.winback.customer.CustomerEntry;
import dev.winback.customer.CustomerErased;
import dev.winback.customer.CustomerField;
import dev.winback.customer.CustomerId;
import dev.winback.customer.Customers;
import dev.winback.lapse.Lapses;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers corrected by hand, under the columns and the checks of files. */
@Service
@Transactional
public class Corrections {

  private static final String FORGET = Sql.of(Corrections.class, "forget.sql");
  private static final String KEY = "customer";

  private final Customers customers;
  private final Lapses lapses;
  private final Signals signals;
  private final ValueReading reading;
  private final JdbcClient jdbc;

  Corrections(
      Customers customers, Lapses lapses, Signals signals, ValueReading reading, JdbcClient jdbc) {
    this.customers = customers;
    this.lapses = lapses;
    this.signals = signals;
    this.reading = reading;
    this.jdbc = jdbc;
  }

  /**
   * Changes the fields named and no other, an empty one to nothing; refused when somebody changed
   * the customer after the version given.
   */
  public void correct(String ref, Map<String, String> fields, @Nullable Long version, Actor actor) {
    actor.require(Permission.EDIT_CUSTOMERS);
    var customer = customers.require(ref);
    if (!lapses.sees(customer, actor)) {
      throw new NotFound(KEY);
    }
    customers.correct(read(ref, changed(customer, fields), hours(customer)), version, actor);
    signals.careFor(customer);
  }

  /**
   * A number or an address that stands there stays, whatever is thought of such today: else nobody
   * could correct anything else of this customer, and not even write down that he wants no letters.
   */
  private Map<String, String> changed(CustomerId customer, Map<String, String> fields) {
    var changed = new LinkedHashMap<>(fields);
    jdbc.sql("select phone, email from customer where id = :id")
        .param("id", customer.value())
        .query(
            row -> {
              drop(changed, "phone", row.getString("phone"));
              drop(changed, "email", row.getString("email"));
            });
    return changed;
  }

  private static void drop(Map<String, String> fields, String name, @Nullable String stored) {
    var typed = fields.get(name);
    if (typed != null && !typed.isBlank() && typed.strip().equals(stored)) {
      fields.remove(name);
    }
  }

  /** One end of his hours is compared with the other that is known (CAL-08). */
  private Map<CustomerField, @Nullable Object> hours(CustomerId customer) {
    var hours = new EnumMap<CustomerField, @Nullable Object>(CustomerField.class);
    jdbc.sql("select call_from, call_until from customer where id = :id")
        .param("id", customer.value())
        .query(
            row -> {
              hours.put(CustomerField.CALL_FROM, row.getObject("call_from", LocalTime.class));
              hours.put(CustomerField.CALL_UNTIL, row.getObject("call_until", LocalTime.class));
            });
    return hours;
  }

  private CustomerEntry read(
      String ref, Map<String, String> fields, Map<CustomerField, @Nullable Object> hours) {
    try {
      var cells = cells(ref, fields).checked();
      var entry = CustomerColumns.read(cells, reading.values(Notation.OURS));
      if (hours.keySet().stream().anyMatch(entry.said()::containsKey)) {
        hours.putAll(entry.said());
        CustomerColumns.requireOrder(hours);
      }
      return entry;
    } catch (BadCell bad) {
      var field = Objects.requireNonNullElse(bad.column(), KEY);
      throw Refused.field(field, "importing.error." + bad.code(), bad.figures().toArray());
    }
  }

  private static Cells cells(String ref, Map<String, String> fields) {
    var columns = new LinkedHashMap<>(Map.of(KEY, 0));
    var values = new ArrayList<>(List.of(ref));
    fields.forEach(
        (name, value) -> {
          if (!CustomerColumns.OPTIONAL.contains(name)) {
            throw new BadCell(name, "unknown-field");
          }
          columns.put(name, values.size());
          values.add(asTyped(value));
        });
    return new Cells(0, columns, values);
  }

  /** Spreadsheets put an apostrophe before a cell, people type one that is meant. */
  static String asTyped(String value) {
    return value.stripLeading().startsWith("'") ? "'" + value.strip() : value;
  }

  /** Before a record that was merged into his is wiped: he is found by what stands in it. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void forget(CustomerErased erased) {
    jdbc.sql(FORGET).param("customer", erased.customer().value()).update();
  }
}
