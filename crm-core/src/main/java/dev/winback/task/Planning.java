package dev.winback.task;

import dev.winback.customer.Ways;
import dev.winback.grant.OfferGiven;
import dev.winback.grant.OfferTakenBack;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.LapseReassigned;
import dev.winback.lapse.LapsesClosed;
import dev.winback.lapse.LapsesReassigned;
import dev.winback.lapse.LapsesReopened;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans tasks by the night and ends them with their lapse. */
@Component
class Planning {

  private static final String PLAN = callable("plan.sql");
  private static final String CANCEL = Sql.of(Planning.class, "cancel.sql");
  private static final String RESUME = Sql.of(Planning.class, "resume.sql");
  private static final String ANSWER_BACK = Sql.of(Planning.class, "answer-back.sql");
  private static final String ANSWER = callable("answer-day.sql");
  private static final String REASSIGN = callable("reassign.sql");
  private static final String PROMISES_BACK = Sql.of(Planning.class, "promises-back.sql");

  private final JdbcClient jdbc;
  private final WorkRules rules;
  private final Successors successors;
  private final BusinessClock clock;

  Planning(JdbcClient jdbc, WorkRules rules, Successors successors, BusinessClock clock) {
    this.successors = successors;
    this.rules = rules;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whom a call may be planned to, put into what plans it. */
  static String callable(String file) {
    var callable = Sql.of(Planning.class, "callable.sql").strip();
    var sql = Sql.of(Planning.class, file).replace("/*callable*/", callable);
    var uncompared = Sql.of(Planning.class, "uncompared.sql").strip();
    return Ways.in(sql.replace("/*uncompared*/", uncompared));
  }

  int plan(LocalDate night) {
    // before the places are counted: a promise takes one
    jdbc.sql(PROMISES_BACK).update();
    int called = successors.call(planned(night));
    return called
        + jdbc.sql(PLAN)
            .param("day", planned(night))
            .param("zone", clock.getZone().getId())
            .param("since", clock.instant().minus(StepAfter.MONTH).atOffset(ZoneOffset.UTC))
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
        .param("now", clock.utc())
        .update();
  }

  @EventListener
  void resume(LapsesReopened reopened) {
    jdbc.sql(RESUME)
        .param("lapses", reopened.lapses().stream().map(LapseId::value).toList())
        .update();
  }

  @EventListener
  void ask(OfferGiven offer) {
    var answer = rules.days().onOrAfter(offer.answerBy());
    jdbc.sql(ANSWER)
        .param("offer", offer.offer().value())
        .param("lapse", offer.lapse().value())
        .param("day", answer)
        .param("until", paused(offer.lapse()))
        .update();
  }

  @EventListener
  void unask(OfferTakenBack offer) {
    jdbc.sql(ANSWER_BACK)
        .param("offer", offer.offer().value())
        .param("lapse", offer.lapse().value())
        .param("now", clock.utc())
        .update();
  }

  /** The working day on which a pause ends; null without one. */
  private @Nullable LocalDate paused(LapseId lapse) {
    return jdbc.sql("select not_before from lapse where id = :lapse and not_before is not null")
        .param("lapse", lapse.value())
        .query(LocalDate.class)
        .optional()
        .map(rules.days()::onOrAfter)
        .orElse(null);
  }

  @EventListener
  void reassign(LapseReassigned lapse) {
    reassign(new LapsesReassigned(List.of(lapse)));
  }

  @EventListener
  void reassign(LapsesReassigned swept) {
    var lapses = swept.lapses();
    jdbc.sql(REASSIGN)
        .param("lapses", lapses.stream().map(one -> one.lapse().value()).toArray(Long[]::new))
        .param("members", lapses.stream().map(Planning::assignee).toArray(Long[]::new))
        .param("day", planned(clock.today()))
        .param("zone", clock.getZone().getId())
        .param("now", clock.utc())
        .update();
  }

  private static @Nullable Long assignee(LapseReassigned lapse) {
    var assignee = lapse.assignee();
    return assignee == null ? null : assignee.value();
  }
}
