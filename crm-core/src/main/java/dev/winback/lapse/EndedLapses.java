package dev.winback.lapse;

import dev.winback.customer.CustomerDeparted;
import dev.winback.customer.CustomerErased;
import dev.winback.customer.CustomerId;
import dev.winback.customer.CustomerWelcomed;
import dev.winback.customer.CustomersBack;
import dev.winback.customer.CustomersDeparted;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends the open lapse of a customer whom nobody may contact any more. */
@Component
class EndedLapses {

  private static final String DEPART = Sql.of(EndedLapses.class, "depart.sql");
  private static final String BACK = Sql.of(EndedLapses.class, "depart-back.sql");
  private static final String FORGET = Sql.of(EndedLapses.class, "forget.sql");

  private final LapseRepository lapses;
  private final LapseLog log;
  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  EndedLapses(
      LapseRepository lapses,
      LapseLog log,
      JdbcClient jdbc,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.lapses = lapses;
    this.log = log;
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  @EventListener
  void close(CustomerDeparted departed) {
    lapses.open(departed.customer().value()).ifPresent(lapse -> close(lapse, departed));
  }

  private void close(Lapse lapse, CustomerDeparted departed) {
    var exit = exit(departed.status());
    lapse.close(exit, departed.status(), clock.today(), departed.actor());
    lapses.saveAndFlush(lapse);
    var detail = Map.of("exit", exit.code(), "reason", departed.status());
    log.note(lapse.id(), departed.actor(), "closed", detail);
    events.publishEvent(new LapsesClosed(List.of(lapse.id())));
  }

  /** What ended with his status is open again, unless he was lost anew since. */
  @EventListener
  void reopen(CustomerWelcomed welcomed) {
    var status = welcomed.before();
    lapses
        .findFirstByCustomerIdAndStageAndClosingCloseReasonOrderByIdDesc(
            welcomed.customer().value(), exit(status), status)
        .filter(lapse -> openOf(welcomed).isEmpty() && !lapses.overtaken(lapse.id().value()))
        .ifPresent(lapse -> reopen(lapse, welcomed));
  }

  private Optional<Lapse> openOf(CustomerWelcomed welcomed) {
    return lapses.open(welcomed.customer().value());
  }

  private void reopen(Lapse lapse, CustomerWelcomed welcomed) {
    lapse.reopen();
    lapses.saveAndFlush(lapse);
    log.note(lapse.id(), welcomed.actor(), "reopened", Map.of("reason", "welcome"));
    events.publishEvent(new LapsesReopened(List.of(lapse.id())));
  }

  @EventListener
  void close(CustomersDeparted departed) {
    var ended = swept(jdbc.sql(DEPART).param("today", clock.today()), departed.customers());
    if (!ended.isEmpty()) {
      events.publishEvent(new LapsesClosed(ended));
    }
  }

  @EventListener
  void reopen(CustomersBack back) {
    var open = swept(jdbc.sql(BACK), back.customers());
    if (!open.isEmpty()) {
      events.publishEvent(new LapsesReopened(open));
    }
  }

  private List<LapseId> swept(JdbcClient.StatementSpec sweep, Set<CustomerId> customers) {
    return sweep
        .param("customers", Sql.array(customers, CustomerId::value))
        .param("now", clock.utc())
        .query((row, n) -> new LapseId(row.getLong(1)))
        .list();
  }

  /** As the same news on the telephone would end it (acceptance.md, "Outcome of a contact"). */
  private static Stage exit(String status) {
    return switch (status) {
      case "non_client" -> Stage.NON_CLIENT;
      case "never_contact" -> Stage.REFUSED;
      default -> Stage.GONE;
    };
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql(FORGET).param("customer", erased.customer().value()).update();
  }
}
