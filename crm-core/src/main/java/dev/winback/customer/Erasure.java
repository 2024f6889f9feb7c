package dev.winback.customer;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Erases a person and keeps the figures. */
@Component
class Erasure {

  private static final String FORGET = Sql.of(Erasure.class, "forget.sql");

  private final JdbcClient jdbc;
  private final Suppressions suppressions;
  private final Audit audit;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  Erasure(
      JdbcClient jdbc,
      Suppressions suppressions,
      Audit audit,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.suppressions = suppressions;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  private record Person(CustomerId id, @Nullable String email) {}

  void erase(String ref, Actor actor) {
    var person = person(ref);
    events.publishEvent(new CustomerDeparted(person.id(), "erased", actor));
    events.publishEvent(new CustomerErased(person.id()));
    if (person.email() != null && !person.email().isBlank()) {
      suppressions.stop(person.email(), Suppressions.Reason.ERASED, null);
    }
    jdbc.sql(FORGET)
        .param("customer", person.id().value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    audit.note(actor, "customer.erased", "customer", person.id().value(), Map.of());
  }

  private Person person(String ref) {
    return jdbc.sql(
            "select id, email from customer where ref = :ref and erased_at is null for update")
        .param("ref", ref)
        .query((row, n) -> new Person(new CustomerId(row.getLong("id")), row.getString("email")))
        .optional()
        .orElseThrow(() -> new NotFound("customer"));
  }
}
