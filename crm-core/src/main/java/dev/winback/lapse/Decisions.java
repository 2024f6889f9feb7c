package dev.winback.lapse;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What managers decide about lapses: worth it or not, who works on it. */
@Service
@Transactional
public class Decisions {

  /** How long a decision is put off when no day is given. */
  private static final int LATER_DAYS = 7;

  private final LapseRepository lapses;
  private final Assignments assignments;
  private final Reversals reversals;
  private final Attribution attribution;
  private final LapseLog log;
  private final Audit audit;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  Decisions(
      LapseRepository lapses,
      Assignments assignments,
      Reversals reversals,
      Attribution attribution,
      LapseLog log,
      Audit audit,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.lapses = lapses;
    this.assignments = assignments;
    this.reversals = reversals;
    this.attribution = attribution;
    this.log = log;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /** Decides; {@code until} is for {@link Decision#LATER}, a week ahead when not given. */
  public void decide(
      LapseId id, Decision decision, String reason, @Nullable LocalDate until, Actor actor) {
    actor.require(Permission.DECIDE);
    var lapse = lapse(id);
    var said = said(lapse, decision, reason);
    switch (decision) {
      case RETURN -> lapse.decideReturn();
      case LATER -> lapse.putOff(until == null ? later() : later(until));
      default -> close(lapse, decision, reason, actor);
    }
    save(lapse, actor, LapseLog.DECIDED, said);
    events.publishEvent(new LapseDecided(id, decision, reason, actor));
    if (!lapse.stage().open()) {
      events.publishEvent(new LapsesClosed(List.of(id)));
    }
  }

  /** With what an undo puts back. */
  private static Map<String, String> said(Lapse lapse, Decision decision, String reason) {
    var later = lapse.laterUntil();
    return Map.of(
        "decision",
        decision.code(),
        "reason",
        reason,
        "before",
        lapse.stage().code(),
        "later",
        later == null ? "" : later.toString());
  }

  /** The day to which a decision is put off when none is named. */
  @Transactional(readOnly = true)
  public LocalDate later() {
    return clock.today().plusDays(LATER_DAYS);
  }

  private void close(Lapse lapse, Decision decision, String reason, Actor actor) {
    decision.requireReason(reason);
    var day = clock.today();
    switch (decision) {
      case DIRECTION_CHANGED -> lapse.changeDirection(reason, day, actor);
      case FALSE_ALARM -> lapse.close(Stage.FALSE_ALARM, reason, day, actor);
      case UNREACHABLE -> lapse.close(Stage.UNREACHABLE, reason, day, actor);
      default -> lapse.close(Stage.NOT_WANTED, reason, day, actor);
    }
  }

  private LocalDate later(LocalDate until) {
    if (!until.isAfter(clock.today())) {
      throw Refused.field("until", "refused.lapse.later", until.toString());
    }
    return until;
  }

  /** Whether what happened last to it was done by this member and can be taken back. */
  @Transactional(readOnly = true)
  public boolean undoable(LapseId id, Actor actor) {
    return actor.may(Permission.DECIDE) && reversals.undoable(id, actor);
  }

  /** Takes back what this member did last with it, as long as nothing else has happened to it. */
  public void undo(LapseId id, Actor actor) {
    actor.require(Permission.DECIDE);
    reversals.undo(id, null, actor);
  }

  /** Takes back this step of {@link #newest} alone: a later one, also his own, stays. */
  public void undo(LapseId id, long step, Actor actor) {
    actor.require(Permission.DECIDE);
    reversals.undo(id, step, actor);
  }

  /** Takes all of them back or, when one is refused, none. */
  public void undo(List<LapseId> ids, Actor actor) {
    ids.forEach(id -> undo(id, actor));
  }

  /** The number of what happened last to it, by which that alone is taken back. */
  @Transactional(readOnly = true)
  public long newest(LapseId id) {
    return log.newest(id);
  }

  /**
   * Gives a closed or twice lost lapse another try; the reason is recorded. Who has bought since is
   * returned by it at once.
   */
  public void reopen(LapseId id, String reason, Actor actor) {
    actor.require(Permission.DECIDE);
    requireReason(reason);
    var lapse = lapse(id);
    lapses.requirePerson(lapse);
    lapses.requireLast(lapse);
    lapse.reopen();
    save(lapse, actor, "reopened", Map.of("reason", reason));
    events.publishEvent(new LapsesReopened(List.of(id)));
    attribution.openedAgain(lapse.customer());
  }

  /** Gives the lapse to a member; against a rule only with a reason (DEC-22). */
  public void assign(LapseId id, String login, @Nullable String override, Actor actor) {
    assignments.give(id, login, override, false, actor);
  }

  static void requireReason(String reason) {
    if (reason.isBlank()) {
      throw Refused.field("reason", "refused.lapse.reason");
    }
  }

  private Lapse lapse(LapseId id) {
    return lapses.findById(id.value()).orElseThrow(() -> new NotFound("lapse"));
  }

  private void save(Lapse lapse, Actor actor, String kind, Map<String, ?> detail) {
    lapses.keep(lapse);
    log.note(lapse.id(), actor, kind, detail);
    audit.note(actor, "lapse." + kind, "lapse", lapse.id().value(), detail);
  }
}
