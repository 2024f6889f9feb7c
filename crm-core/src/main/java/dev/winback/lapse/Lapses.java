package dev.winback.lapse;

import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The lapses: opened and moved by the night, worked by people, closed by a purchase. */
@Service
@Transactional
public class Lapses {

  private final LapseRepository lapses;
  private final LapseReading reading;
  private final Opening opening;
  private final Attribution attribution;
  private final Assignment assignment;
  private final ToldEnds told;
  private final LapseLog log;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  Lapses(
      LapseRepository lapses,
      LapseReading reading,
      Opening opening,
      Attribution attribution,
      Assignment assignment,
      ToldEnds told,
      LapseLog log,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.lapses = lapses;
    this.reading = reading;
    this.opening = opening;
    this.attribution = attribution;
    this.assignment = assignment;
    this.told = told;
    this.log = log;
    this.clock = clock;
    this.events = events;
  }

  /** Opens and moves lapses as of this day; the number of lapses opened or moved. */
  public int openAndMove(LocalDate day) {
    return opening.openAndMove(day);
  }

  /**
   * Brings all lapses into line with the purchases, contacts and letters known now; the number of
   * lapses that changed.
   */
  public int sweepReturns() {
    return attribution.bring(null);
  }

  /** Counts the lapses that have changed since they were counted; their number. */
  public long tally() {
    return reading.tally();
  }

  /**
   * Gives open lapses without an assignee to reps; the number given. Whoever said no before his was
   * opened is refused now, before calls and letters are planned.
   */
  public int assign(LocalDate day) {
    int given = assignment.assign(day);
    told.ofOpened(day);
    return given;
  }

  /** True when this member may see the customer (rules.md, "People"). */
  @Transactional(readOnly = true)
  public boolean sees(CustomerId customer, Actor actor) {
    return reading.sees(customer.value(), actor);
  }

  /** One lapse; not found when the member may not see it. */
  @Transactional(readOnly = true)
  public LapseRow row(LapseId id, Actor actor) {
    return reading.row(id, actor);
  }

  /** The lapses this member may see, newest first. */
  @Transactional(readOnly = true)
  public Paged<LapseRow> rows(LapseFilter filter, @Nullable String after, int limit, Actor actor) {
    return reading.rows(filter, after, limit, actor);
  }

  /** Whose it is; not found when there is no such lapse or the member may not see its customer. */
  @Transactional(readOnly = true)
  public CustomerId requireVisible(LapseId id, Actor actor) {
    return new CustomerId(visible(id, actor).customer());
  }

  /** What an outcome may change, as it is now: an undo puts it back. */
  @Transactional(readOnly = true)
  public LapseState state(LapseId id) {
    return lapse(id).state();
  }

  /** Somebody works on it: the stage becomes WORKING. */
  public void work(LapseId id, Actor actor) {
    var lapse = workable(id, actor);
    lapse.work();
    save(lapse, actor, "worked", Map.of());
  }

  /** Letters rest until this day because somebody is talking to the customer; null: they go on. */
  public void restLetters(LapseId id, @Nullable LocalDate until, Actor actor) {
    var lapse = workable(id, actor);
    lapse.restLetters(until);
    save(lapse, actor, "letters-rest", Map.of("until", String.valueOf(until)));
  }

  /**
   * Locks the lapse, because somebody tells something of it; null: the customer himself, through a
   * form. Its version is another one afterwards, and its customer is answered.
   */
  public CustomerId learn(LapseId id, @Nullable Actor actor) {
    var lapse = lapses.lock(id.value()).orElseThrow(() -> new NotFound("lapse"));
    if (actor != null) {
      workable(id, actor);
    }
    lapses.requirePerson(lapse);
    lapse.learn();
    lapses.saveAndFlush(lapse);
    return new CustomerId(lapse.customer());
  }

  /** What was learnt, in the story of the lapse that {@link #learn} has locked. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void learnt(LapseId id, String kind, Map<String, ?> detail, @Nullable Actor actor) {
    log.note(id, actor, kind, detail);
  }

  /** Somebody told something of losses of this customer, or took it back: the lists go by it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void know(CustomerId customer) {
    reading.know(Set.of(customer));
  }

  /** Ends the lapse by an exit; tasks and letters end with it. */
  public void close(LapseId id, Stage exit, String reason, Actor actor) {
    var lapse = workable(id, actor);
    lapse.close(exit, reason, clock.today(), actor);
    save(lapse, actor, "closed", Map.of("exit", exit.code(), "reason", reason));
    events.publishEvent(new LapsesClosed(List.of(id)));
  }

  /** Puts back what an undone outcome had changed; refused when the customer bought since. */
  public void restore(LapseState before, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    var lapse = lapse(before.id());
    lapses.requirePerson(lapse);
    boolean wasClosed = !lapse.stage().open();
    lapse.restore(before, actor);
    save(lapse, actor, "undone", Map.of("stage", before.stage().code()));
    if (wasClosed && before.stage().open()) {
      events.publishEvent(new LapsesReopened(List.of(before.id())));
      attribution.openedAgain(lapse.customer());
    }
  }

  private Lapse workable(LapseId id, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    return visible(id, actor);
  }

  private Lapse visible(LapseId id, Actor actor) {
    var lapse = lapse(id);
    boolean own = Long.valueOf(actor.member()).equals(lapse.holding().was());
    if (!own && !reading.sees(lapse.customer(), actor)) {
      throw new NotFound("lapse");
    }
    return lapse;
  }

  private Lapse lapse(LapseId id) {
    return lapses.findById(id.value()).orElseThrow(() -> new NotFound("lapse"));
  }

  private void save(Lapse lapse, Actor actor, String kind, Map<String, ?> detail) {
    lapses.keep(lapse);
    log.note(lapse.id(), actor, kind, detail);
  }
}
