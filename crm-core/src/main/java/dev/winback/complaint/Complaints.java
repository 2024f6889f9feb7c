package dev.winback.complaint;

import dev.winback.customer.CustomerErased;
import dev.winback.customer.CustomerId;
import dev.winback.customer.Intake;
import dev.winback.customer.Intakes;
import dev.winback.shared.NotFound;
import dev.winback.shared.Sql;
import dev.winback.shared.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Complaints: received, resolved, answered to satisfaction or not (UND-19). */
@Service
@Transactional
public class Complaints {

  private static final String REMOVE = Sql.of(Complaints.class, "remove.sql");
  private static final String KEY = Sql.of(Complaints.class, "key.sql");

  private final JdbcClient jdbc;
  private final Intake<Complaint> intake;
  private final ApplicationEventPublisher events;

  Complaints(JdbcClient jdbc, Intakes intakes, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
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

  /**
   * By what a complaint is told again, the number of its record, its source and own id, and what he
   * has said of the answer (null: not asked).
   */
  public record Key(
      String ref, String source, String externalId, Instant time, @Nullable Boolean satisfied) {}

  /** Empty when the customer has no such complaint. */
  @Transactional(readOnly = true)
  public Optional<Key> key(CustomerId customer, long complaint) {
    return jdbc.sql(KEY)
        .param("customer", customer.value())
        .param("complaint", complaint)
        .query(Key.class)
        .optional();
  }

  /** The number of a complaint. */
  @Transactional(readOnly = true)
  public long number(String source, String externalId) {
    return jdbc.sql("select id from complaint where source = :source and external_id = :id")
        .param("source", source)
        .param("id", externalId)
        .query(Long.class)
        .single();
  }

  /** Takes a complaint of this source away; what it was stays in the history. */
  public void remove(CustomerId customer, long complaint, String source) {
    int removed =
        jdbc.sql(REMOVE)
            .param("customer", customer.value())
            .param("complaint", complaint)
            .param("source", source)
            .update();
    if (removed == 0) {
      throw new NotFound("complaint");
    }
    events.publishEvent(new ComplaintsRecorded(Set.of(customer)));
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql("update complaint set text = null where customer_id = :customer")
        .param("customer", erased.customer().value())
        .update();
  }
}
