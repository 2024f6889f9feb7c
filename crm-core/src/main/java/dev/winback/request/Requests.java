package dev.winback.request;

import dev.winback.customer.CustomerErased;
import dev.winback.customer.Intake;
import dev.winback.customer.Intakes;
import dev.winback.shared.Tally;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers asked (DET-01). */
@Service
@Transactional
public class Requests {

  private final JdbcClient jdbc;
  private final Intake<Request> intake;

  Requests(JdbcClient jdbc, Intakes intakes, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    intake =
        intakes.of(
            RequestTable.table(),
            customers -> events.publishEvent(new RequestsRecorded(customers)));
  }

  /** Stores what is new and corrects what differs, by source and own id, all or nothing. */
  public Tally record(List<Request> requests) {
    return intake.record(requests);
  }

  /** For imports, which work in steps. */
  public Intake<Request> intake() {
    return intake;
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql("update request set subject = null, outcome = null where customer_id = :customer")
        .param("customer", erased.customer().value())
        .update();
  }
}
