package dev.winback.task;

import dev.winback.grant.Grants;
import dev.winback.lapse.Lapses;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the step that follows a call, from what is known of customer, loss and plan. */
@Component
class StepAfter {

  /** The days over which attempts are counted (rules.md, "Contact gaps"). */
  static final Duration MONTH = Duration.ofDays(30);

  /** Whatever these were for is tried by an ordinary call when nobody was there. */
  private static final Set<TaskKind> OWING = Set.of(TaskKind.PROMISE, TaskKind.CALL_BACK);

  private static final LocalTime DAYBREAK = LocalTime.of(6, 0);
  private static final LocalTime NIGHTFALL = LocalTime.of(22, 0);

  private final Calls calls;
  private final Lapses lapses;
  private final ContactPlans plans;
  private final Grants grants;
  private final WorkRules rules;
  private final BusinessClock clock;

  StepAfter(
      Calls calls,
      Lapses lapses,
      ContactPlans plans,
      Grants grants,
      WorkRules rules,
      BusinessClock clock) {
    this.calls = calls;
    this.lapses = lapses;
    this.plans = plans;
    this.grants = grants;
    this.rules = rules;
    this.clock = clock;
  }

  @Nullable NextStep find(Task task, CallLog log, Callee callee, Actor actor, Instant now) {
    var days = rules.days();
    var named = FollowUp.of(log.next(), clock.today(actor.zone()), now, actor.zone(), days);
    requireDay(named, callee);
    var chosen = named == null ? answer(log, days) : named;
    return NextStep.after(log.result(), chosen, situation(task, log, callee, actor, now, days));
  }

  /** Any hour of a day; at night nobody calls and nobody comes, but in hours that are set so. */
  private void requireDay(@Nullable FollowUp named, Callee callee) {
    if (named == null || named.at() == null) {
      return;
    }
    var there = named.at().atZone(callee.zone(clock.getZone())).toLocalTime();
    boolean night = there.isBefore(DAYBREAK) || !there.isBefore(NIGHTFALL);
    if (night && !callee.hours(rules.callHours()).hold(there)) {
      throw Refused.field("next", "task.refused.night", there, DAYBREAK, NIGHTFALL);
    }
  }

  /** Who was offered something is called on the day of his answer. */
  private @Nullable FollowUp answer(CallLog log, WorkingDays days) {
    return log.result() == CallResult.OFFER_GIVEN
        ? new FollowUp(days.onOrAfter(grants.answerDay()), null)
        : null;
  }

  private NextStep.Situation situation(
      Task task, CallLog log, Callee callee, Actor actor, Instant now, WorkingDays days) {
    var local = now.atZone(callee.zone(clock.getZone())).toLocalTime();
    return new NextStep.Situation(
        task.kind(),
        times(task, log.result()),
        lapses.state(task.lapse()).stage().open(),
        callee.hasCompany(),
        log.leaves(callee) && callee.another(),
        free(task, now),
        plans.of(task.lapse()).left() - 1,
        log.detail(),
        DayPart.of(local),
        clock.today(actor.zone()),
        days);
  }

  private @Nullable LocalDate free(Task task, Instant now) {
    var until = calls.capUntil(task, now);
    return until == null ? null : until.atZone(clock.getZone()).toLocalDate();
  }

  /** Which time it is: a talk is counted among talks, whoever was not there before. */
  private int times(Task task, CallResult result) {
    return result.consequence().reached() ? calls.talks(task) + 1 : task.attempt();
  }

  static Task task(Task done, CallLog log, NextStep step, Instant now) {
    var next = done.next(step.kind(), step.on(), step.at(), now);
    next.inPart(step.part());
    next.inOrderTo(log.promise() == null ? owed(done, log, step) : log.promise());
    next.at(step.kind() == TaskKind.MEETING ? log.place() : null);
    return next;
  }

  /** What an attempt was for that reached nobody, or only whoever wants to be called later. */
  private static @Nullable String owed(Task done, CallLog log, NextStep step) {
    boolean later = log.result() == CallResult.CALL_BACK_AT;
    boolean calls = step.kind() == TaskKind.CALL && OWING.contains(done.kind());
    boolean unheard =
        !log.result().consequence().reached() && (calls || step.kind() == done.kind());
    return later || unheard ? done.aim() : null;
  }
}
