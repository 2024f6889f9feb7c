package dev.winback.purchase;

import dev.winback.customer.CustomerErased;
import dev.winback.customer.CustomerId;
import dev.winback.customer.Intake;
import dev.winback.customer.Intakes;
import dev.winback.shared.Tally;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Refunds as facts of their own; what they change of purchases is told as purchases recorded. */
@Service
@Transactional
public class Refunds {

  /** Whoever reads purchases comes later: their refunded amounts are right by then. */
  static final int FIRST = 1;

  private final JdbcClient jdbc;
  private final Intake<Refund> intake;
  private final RefundBook book;
  private final ApplicationEventPublisher events;

  Refunds(JdbcClient jdbc, Intakes intakes, RefundBook book, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.book = book;
    this.events = events;
    intake = intakes.of(RefundTable.table(), this::recorded);
  }

  private void recorded(Set<CustomerId> customers) {
    events.publishEvent(new PurchasesRecorded(customers));
  }

  /** A refund waits for its purchase: whichever comes later, both are judged together. */
  @EventListener
  @Order(FIRST)
  void on(PurchasesRecorded recorded) {
    var others = new HashSet<>(book.settle(recorded.customers()));
    others.removeAll(recorded.customers());
    if (!others.isEmpty()) {
      events.publishEvent(new PurchasesRecorded(Set.copyOf(others)));
    }
  }

  /** Stores what is new and corrects what differs, by source and own id, all or nothing. */
  public Tally record(List<Refund> refunds) {
    return intake.record(refunds);
  }

  /** For imports, which work in steps. */
  public Intake<Refund> intake() {
    return intake;
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql("update refund set reason = null where customer_id = :customer")
        .param("customer", erased.customer().value())
        .update();
  }
}
