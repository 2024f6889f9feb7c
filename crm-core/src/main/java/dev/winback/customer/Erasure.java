package dev.winback.customer;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import java.time.OffsetDateTime;
import java.util.List;
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
  private final DuplicateGroups groups;
  private final Audit audit;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  Erasure(
      JdbcClient jdbc,
      Suppressions suppressions,
      DuplicateGroups groups,
      Audit audit,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.suppressions = suppressions;
    this.groups = groups;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  void erase(CustomerId customer, Actor actor) {
    erase(customer, actor, Map.of());
  }

  /** Nobody here and now: whoever did it stands in the audit that the backup has forgotten. */
  void eraseAgain(CustomerId customer) {
    erase(customer, null, Map.of("replayed", true));
  }

  private void erase(CustomerId customer, @Nullable Actor actor, Map<String, ?> detail) {
    lock(customer);
    var addresses = addresses(customer);
    // before any letter or lapse of them, in the order in which an announcement takes its locks
    addresses.forEach(suppressions::hold);
    events.publishEvent(new CustomerDeparted(customer, "erased", actor));
    events.publishEvent(new CustomerErased(customer));
    addresses.forEach(address -> suppressions.stop(address, Suppressions.Reason.ERASED, null));
    jdbc.sql(FORGET)
        .param("customer", customer.value())
        .param("now", clock.utc())
        .param("until", until(clock))
        .update();
    groups.regroup(List.of(customer.value()));
    audit.note(actor, "customer.erased", "customer", customer.value(), detail);
  }

  /** What happens from then on may be a new customer's. */
  static OffsetDateTime until(BusinessClock clock) {
    return clock.today().plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime();
  }

  /** Those of the customer and of the persons at it, in one order. */
  private List<String> addresses(CustomerId customer) {
    return jdbc.sql(
            """
            select email from customer where id = :customer and trim(email) <> ''
            union
            select email from person where customer_id = :customer and trim(email) <> ''
            order by 1
            """)
        .param("customer", customer.value())
        .query(String.class)
        .list();
  }

  private void lock(CustomerId customer) {
    var locked =
        jdbc.sql("select id from customer where id = :id and erased_at is null for update")
            .param("id", customer.value())
            .query(Long.class)
            .optional();
    if (locked.isEmpty()) {
      throw new NotFound("customer");
    }
  }
}
