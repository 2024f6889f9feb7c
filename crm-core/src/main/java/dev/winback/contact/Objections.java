package dev.winback.contact;

import static java.util.Objects.requireNonNull;

import dev.winback.customer.CustomerId;
import dev.winback.customer.Customers;
import dev.winback.customer.CustomersBack;
import dev.winback.customer.CustomersDeparted;
import dev.winback.customer.Leavers;
import dev.winback.customer.Suppressions;
import dev.winback.shared.Sql;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who has said "never contact me" to somebody whose calls come by file or program, or is not there
 * any more by what such a call found, is left in peace as by a call of ours (acceptance.md,
 * "Outcome of a contact"). Who was not there by mistake is there again.
 */
@Component
class Objections {

  /**
   * Before all who lock lapses: the mailbox is locked first, as by the announcement of a letter.
   */
  private static final int FIRST = 0;

  private static final String OBJECTED = Sql.of(Objections.class, "objected.sql");
  private static final String BACK = Sql.of(Objections.class, "told-back.sql");

  private final JdbcClient jdbc;
  private final Customers customers;
  private final Leavers leavers;
  private final Suppressions suppressions;
  private final ApplicationEventPublisher events;

  Objections(
      JdbcClient jdbc,
      Customers customers,
      Leavers leavers,
      Suppressions suppressions,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.customers = customers;
    this.leavers = leavers;
    this.suppressions = suppressions;
    this.events = events;
  }

  private record Objected(
      long id, @Nullable String email, String status, long contact, boolean goesOn) {

    /** A mailbox may go on with whoever comes after him; his own word is about the mailbox. */
    boolean stopsMailbox() {
      return email != null && status.equals("never_contact");
    }
  }

  @EventListener
  @Order(FIRST)
  void on(ContactsRecorded recorded) {
    var customers = Sql.array(recorded.customers(), CustomerId::value);
    var objected = jdbc.sql(OBJECTED).param("customers", customers).query(Objected.class).list();
    var gone = objected.stream().filter(o -> !o.goesOn()).toList();
    if (!gone.isEmpty()) {
      leaveInPeace(gone);
    }
    leavers.back(recorded.customers());
    objected.stream()
        .filter(Objected::goesOn)
        .forEach(o -> leavers.left(new CustomerId(o.id()), o.contact()));
    var back = jdbc.sql(BACK).param("customers", customers).query(Long.class).list();
    if (!back.isEmpty()) {
      giveBack(back.stream().map(CustomerId::new).collect(Collectors.toSet()));
    }
  }

  private void leaveInPeace(List<Objected> objected) {
    for (var customer : objected) {
      if (customer.stopsMailbox()) {
        suppressions.stop(requireNonNull(customer.email()), Suppressions.Reason.OBJECTION, null);
      }
      become(customer);
    }
    events.publishEvent(
        new CustomersDeparted(
            objected.stream().map(c -> new CustomerId(c.id())).collect(Collectors.toSet())));
  }

  private void become(Objected customer) {
    var id = new CustomerId(customer.id());
    if (customer.status().equals("left")) {
      customers.leftAsTold(id);
    } else {
      customers.become(id, customer.status());
    }
  }

  private void giveBack(Set<CustomerId> back) {
    back.forEach(customer -> customers.backAsTold(customer));
    events.publishEvent(new CustomersBack(back));
  }
}
