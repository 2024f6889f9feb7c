package dev.winback.lapse;

import dev.winback.customer.CustomerId;
import dev.winback.customer.Owners;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.MemberId;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Customers and losses that go from one person to another at once, with a reason, a history and a
 * way back (DEC-23, DEC-26, CAL-34).
 */
@Service
@Transactional
public class Handovers {

  private final HandoverBook book;
  private final Assignments assignments;
  private final Lapses lapses;
  private final LapseRepository repository;
  private final Owners owners;
  private final Restitution restitution;
  private final BusinessClock clock;
  private final Audit audit;

  Handovers(
      HandoverBook book,
      Assignments assignments,
      Lapses lapses,
      LapseRepository repository,
      Owners owners,
      Restitution restitution,
      BusinessClock clock,
      Audit audit) {
    this.book = book;
    this.assignments = assignments;
    this.lapses = lapses;
    this.repository = repository;
    this.owners = owners;
    this.restitution = restitution;
    this.clock = clock;
    this.audit = audit;
  }

  /** All of it or, when one is refused, nothing; the number of the handover. */
  public long transfer(Transfer what, Actor actor) {
    return hand(HandoverKind.TRANSFER, what, actor);
  }

  long hand(HandoverKind kind, Transfer what, Actor actor) {
    actor.require(Permission.HAND_OVER);
    what.check();
    long handover = book.open(kind, what.reason().strip(), null, actor);
    var to = new MemberId(assignments.require(what.to()));
    what.lapses().forEach(lapse -> give(handover, lapse, what, to, actor));
    if (!what.customers().isEmpty()) {
      owners.give(handover, what.customers(), to);
    }
    var detail = Map.of("kind", kind.code(), "to", what.to());
    audit.note(actor, "handover.made", "handover", handover, detail);
    return handover;
  }

  private void give(long handover, LapseId lapse, Transfer what, MemberId to, Actor actor) {
    var was = require(lapse).holding();
    assignments.give(lapse, what.to(), what.override(), false, actor);
    book.given(handover, lapse, was, to.value());
  }

  private Lapse require(LapseId id) {
    return repository.findById(id.value()).orElseThrow(() -> new NotFound("lapse"));
  }

  /**
   * The customer moved: the branch of that region gets him with his loss; refused when nobody there
   * may have him (CAL-34).
   */
  public long moveTo(LapseId lapse, String region, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    var customer = lapses.requireVisible(lapse, actor);
    var was = require(lapse).holding();
    // a region that nobody works in is refused before it is written down
    var to = assignments.giveToRegion(lapse, region.strip(), actor);
    return moved(lapse, customer, was, region.strip(), to, actor);
  }

  /**
   * The same, said in a call: where nobody may have him, or nobody knows where he is, the loss
   * waits for a manager and the customer stays whose he is.
   */
  public Moving moveBy(LapseId lapse, @Nullable String region, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    var customer = lapses.requireVisible(lapse, actor);
    var was = require(lapse).holding();
    var there = region == null ? "" : region.strip();
    var to = assignments.giveToRegionOrQueue(lapse, there, actor).orElse(null);
    return new Moving(moved(lapse, customer, was, there, to, actor), to);
  }

  private long moved(
      LapseId lapse,
      CustomerId customer,
      Holding was,
      String region,
      @Nullable MemberId to,
      Actor actor) {
    long handover = book.open(HandoverKind.MOVED, region, null, actor);
    book.given(handover, lapse, was, to == null ? null : to.value());
    if (to != null) {
      owners.give(handover, List.of(customer), to);
    }
    var detail = Map.of("region", region, "to", to == null ? "" : to.value());
    audit.note(actor, "handover.made", "handover", handover, detail);
    return handover;
  }

  /** Takes all of them back or, when one is refused, none. */
  public void undo(List<Long> handovers, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    handovers.forEach(handover -> undo(handover, actor));
  }

  /**
   * Takes a handover back: each thing that nobody has worked on since. Who said that the customer
   * moved may take that back himself; what somebody left behind goes back with him alone.
   */
  public void undo(long handover, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    var made = book.made(handover);
    if (!(made.is(HandoverKind.MOVED) && made.by(actor))) {
      actor.require(Permission.HAND_OVER);
    }
    if (made.is(HandoverKind.LEFT)) {
      throw new Refused("team.refused.handover-left");
    }
    restitution.undo(handover, actor);
    audit.note(actor, "handover.undone", "handover", handover, Map.of("on", clock.today()));
  }

  @Transactional(readOnly = true)
  public Paged<HandoverRow> rows(@Nullable String after, int limit, Actor actor) {
    actor.require(Permission.HAND_OVER);
    return book.rows(after, limit);
  }

  /** All of them, without a page. */
  @Transactional(readOnly = true)
  public void export(Actor actor, Consumer<HandoverRow> sink) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.HAND_OVER);
    book.export(sink);
  }

  /** Who got what by it. */
  @Transactional(readOnly = true)
  public List<HandoverLine> lines(long handover, Actor actor) {
    actor.require(Permission.HAND_OVER);
    return book.lines(handover);
  }

  @Transactional(readOnly = true)
  public List<HandoverItem> items(long handover, Actor actor) {
    actor.require(Permission.HAND_OVER);
    return book.items(handover);
  }
}
