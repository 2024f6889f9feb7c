package dev.winback.purchase;

import dev.winback.customer.CustomerErased;
import dev.winback.customer.Customers;
import dev.winback.customer.Intake;
import dev.winback.customer.Intakes;
import dev.winback.shared.Stages;
import dev.winback.shared.Tally;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carts that were filled, emptied and left (DET-11). */
@Service
@Transactional
public class Carts {

  private final JdbcClient jdbc;
  private final Intake<Cart> intake;

  Carts(
      JdbcClient jdbc,
      Customers customers,
      Intakes intakes,
      Stages stages,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    var carts =
        intakes.of(CartTable.table(), touched -> events.publishEvent(new CartsRecorded(touched)));
    intake = new CartIntake(customers.intake(), carts, stages, jdbc);
  }

  /** Stores what is new and corrects what differs, by source and own id, all or nothing. */
  public Tally record(List<Cart> carts) {
    return intake.record(carts);
  }

  /** For imports, which work in steps. */
  public Intake<Cart> intake() {
    return intake;
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql(
            """
            update cart set email = null, items = null, goods = null, url = null, removed = null
            where customer_id = :customer
            """)
        .param("customer", erased.customer().value())
        .update();
  }
}
