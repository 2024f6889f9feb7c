package dev.winback.alarm;

import dev.winback.complaint.ComplaintsRecorded;
import dev.winback.complaint.Severity;
import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.survey.SurveyAnswered;
import dev.winback.why.FindingTold;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Raises an alarm in the transaction that told of the mark, and takes it back with the mark. */
@Component
class Raising {

  /** A complaint that was settled before it was told and is older than this is history. */
  static final Duration FRESH = Duration.ofDays(90);

  private static final String COMPLAINTS =
      Severity.in(Sql.of(Raising.class, "raise-complaints.sql"));
  private static final String SETTLE = Severity.in(Sql.of(Raising.class, "settle-complaints.sql"));
  private static final String LAPSE = Severity.in(Sql.of(Raising.class, "raise-lapse.sql"));
  private static final String ANSWER = Severity.in(Sql.of(Raising.class, "raise-answer.sql"));
  private static final String SETTLE_ANSWER = Sql.of(Raising.class, "settle-answer.sql");
  private static final String SETTLE_LAPSE = Severity.in(Sql.of(Raising.class, "settle-lapse.sql"));

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  Raising(JdbcClient jdbc, BusinessClock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  @EventListener
  void on(ComplaintsRecorded recorded) {
    var customers = Sql.array(recorded.customers(), CustomerId::value);
    now(SETTLE).param("customers", customers).update();
    raise(
        now(COMPLAINTS)
            .param("customers", customers)
            .param("fresh", clock.instant().minus(FRESH).atOffset(ZoneOffset.UTC)));
  }

  @EventListener
  void on(FindingTold told) {
    now(SETTLE_LAPSE).param("lapse", told.lapse().value()).update();
    raise(now(LAPSE).param("lapse", told.lapse().value()));
  }

  @EventListener
  void on(SurveyAnswered answered) {
    now(SETTLE_ANSWER).param("invitation", answered.invitation()).update();
    raise(now(ANSWER).param("invitation", answered.invitation()));
  }

  private JdbcClient.StatementSpec now(String sql) {
    return jdbc.sql(sql).param("now", clock.utc());
  }

  private void raise(JdbcClient.StatementSpec sweep) {
    List<Long> raised = sweep.query(Long.class).list();
    if (!raised.isEmpty()) {
      events.publishEvent(new AlarmsRaised(raised));
    }
  }
}
