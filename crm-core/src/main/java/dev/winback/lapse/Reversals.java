package dev.winback.lapse;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.MemberId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes back what a member did last with a lapse, as long as nothing else has happened to it. */
@Component
class Reversals {

  private static final Set<String> ACTS =
      Set.of(LapseLog.DECIDED, LapseLog.ASSIGNED, LapseLog.TO_MARKETING, LapseLog.LOST_BY);

  private final LapseRepository lapses;
  private final Assignment assignment;
  private final Attribution attribution;
  private final Losers losers;
  private final Ground ground;
  private final LapseLog log;
  private final Audit audit;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  Reversals(
      LapseRepository lapses,
      Assignment assignment,
      Attribution attribution,
      Losers losers,
      Ground ground,
      LapseLog log,
      Audit audit,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.lapses = lapses;
    this.assignment = assignment;
    this.attribution = attribution;
    this.losers = losers;
    this.ground = ground;
    this.log = log;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Whether his decision or assignment is the last thing; what else forbids it is told when it is
   * tried.
   */
  boolean undoable(LapseId id, Actor actor) {
    return log.last(id, actor).filter(step -> ACTS.contains(step.kind())).isPresent();
  }

  /**
   * His decision or his assignment; refused when it, or the one of this number, is not the last.
   */
  void undo(LapseId id, @Nullable Long number, Actor actor) {
    var step =
        log.last(id, actor)
            .filter(last -> number == null || last.number() == number)
            .orElseThrow(() -> new Refused("refused.lapse.undo"));
    var lapse = lapses.findById(id.value()).orElseThrow(() -> new NotFound("lapse"));
    lapses.requirePerson(lapse);
    switch (step.kind()) {
      case LapseLog.DECIDED -> undecide(lapse, step, actor);
      case LapseLog.ASSIGNED, LapseLog.TO_MARKETING -> giveBack(lapse, step.had(), actor);
      case LapseLog.LOST_BY -> unblame(lapse, step, actor);
      default -> throw new Refused("refused.lapse.undo");
    }
  }

  private void undecide(Lapse lapse, LapseLog.Step step, Actor actor) {
    boolean wasClosed = !lapse.stage().open();
    if (wasClosed) {
      lapses.requireLast(lapse);
    }
    var before = Stage.ofCode(step.before());
    lapse.undoDecision(before, step.later());
    save(lapse, actor, Map.of("stage", before.code()));
    events.publishEvent(new DecisionUndone(lapse.id()));
    if (wasClosed) {
      events.publishEvent(new LapsesReopened(List.of(lapse.id())));
      // whom we did not want may have bought meanwhile
      attribution.openedAgain(lapse.customer());
    }
  }

  /** As it was before; what has been told since then says it anew where no person has said it. */
  private void unblame(Lapse lapse, LapseLog.Step step, Actor actor) {
    losers.takeBack(lapse, step.lost(), actor);
    Optional.ofNullable(step.taken())
        .flatMap(lapses::findById)
        .filter(taken -> taken.stage().open() && taken.holding().waits())
        .ifPresent(taken -> giveBack(taken, step.had(), actor));
    // whoever had it may have lost another one of this customer meanwhile
    var customer = List.of(lapse.customer());
    ground.losers(Sql.array(customer));
    events.publishEvent(LapsesReassigned.toNobody(ground.takenFromLosers(customer)));
  }

  /** To whom it was taken from, on the same terms; who has left meanwhile gets nothing back. */
  private void giveBack(Lapse lapse, Holding had, Actor actor) {
    var before = here(had.was());
    if (before == null) {
      lapse.queue(had.was() == null && had.queued() != null ? had.queued() : "taken-back");
    } else {
      lapse.assign(before, clock.today(), had.override(), here(had.together()));
    }
    save(lapse, actor, Map.of("stage", lapse.stage().code()));
    events.publishEvent(new LapseReassigned(lapse.id(), before));
  }

  private @Nullable MemberId here(@Nullable Long member) {
    return assignment.members().stream()
        .filter(row -> Long.valueOf(row.member()).equals(member))
        .findFirst()
        .map(row -> new MemberId(row.member()))
        .orElse(null);
  }

  private void save(Lapse lapse, Actor actor, Map<String, ?> detail) {
    lapses.keep(lapse);
    log.note(lapse.id(), actor, "undone", detail);
    audit.note(actor, "lapse.undone", "lapse", lapse.id().value(), detail);
  }
}
