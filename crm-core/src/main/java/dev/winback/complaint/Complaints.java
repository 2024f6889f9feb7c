package dev.winback.complaint;

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

/** Complaints: received, resolved, answered to satisfaction or not (UND-19). */
@Service
@Transactional
public class Complaints {

  private final JdbcClient jdbc;
  private final Intake<Complaint> intake;

  Complaints(JdbcClient jdbc, Intakes intakes, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    intake =
        intakes.of(
            ComplaintTable.table(),
            customers -> events.publishEvent(new ComplaintsRecorded(customers)));
  }

  /** Stores what is new and corrects what differs, by source and own id, all or nothing. */
  public Tally record(List<Complaint> complaints) {
    return intake.record(complaints);
  }

  /** For imports, which work in steps. */
  public Intake<Complaint> intake() {
    return intake;
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql("update complaint set text = null where customer_id = :customer")
        .param("customer", erased.customer().value())
        .update();
  }
}
