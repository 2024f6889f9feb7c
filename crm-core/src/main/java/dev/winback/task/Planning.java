package dev.winback.task;

import dev.winback.grant.OfferGiven;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.LapseReassigned;
import dev.winback.lapse.LapsesClosed;
import dev.winback.lapse.LapsesReassigned;
import dev.winback.lapse.LapsesReopened;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans tasks by the night and ends them with their lapse. */
@Component
class Planning {

  private static final String PLAN = Sql.of(Planning.class, "plan.sql");
  private static final String CANCEL = Sql.of(Planning.class, "cancel.sql");
  private static final String RESUME = Sql.of(Planning.class, "resume.sql");
  private static final String ANSWER = Sql.of(Planning.class, "answer-day.sql");
  private static final String REASSIGN = Sql.of(Planning.class, "reassign.sql");

  private final JdbcClient jdbc;
  private final WorkRules rules;
  private final BusinessClock clock;

  Planning(JdbcClient jdbc, WorkRules rules, BusinessClock clock) {
    this.rules = rules;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  int plan(LocalDate night) {
    return jdbc.sql(PLAN)
        .param("day", planned(night))
        .param("zone", clock.getZone().getId())
        .param("since", clock.instant().minus(StepAfter.MONTH).atOffset(ZoneOffset.UTC))
        .param("attempts", NextStep.MOST_ATTEMPTS)
        .update();
  }

  /**
   * The first working day that is neither before the night's day nor already over: the night of
   * yesterday, run at two in the morning, and one run by hand at noon both fill today.
   */
  private LocalDate planned(LocalDate night) {
    var today = clock.today();
    return rules.days().onOrAfter(night.isBefore(today) ? today : night);
  }

  @EventListener
  void cancel(LapsesClosed closed) {
    if (closed.lapses().isEmpty()) {
      return;
    }
    jdbc.sql(CANCEL)
        .param("lapses", closed.lapses().stream().map(LapseId::value).toList())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  @EventListener
  void resume(LapsesReopened reopened) {
    jdbc.sql(RESUME)
        .param("lapses", reopened.lapses().stream().map(LapseId::value).toList())
        .update();
  }

  @EventListener
  void reassign(LapsesReassigned swept) {
    swept.lapses().forEach(this::reassign);
  }

  @EventListener
  void ask(OfferGiven offer) {
    jdbc.sql(ANSWER)
        .param("lapse", offer.lapse().value())
        .param("day", rules.days().onOrAfter(offer.answerBy()))
        .update();
  }

  @EventListener
  void reassign(LapseReassigned lapse) {
    var assignee = lapse.assignee();
    jdbc.sql(REASSIGN)
        .param("lapse", lapse.lapse().value())
        .param("member", assignee == null ? null : assignee.value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
