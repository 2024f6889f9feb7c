package dev.winback.lapse;

import dev.winback.customer.Owners;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
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
    var was = require(lapse).assignee();
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
    long handover = book.open(HandoverKind.MOVED, region.strip(), null, actor);
    var was = require(lapse).assignee();
    var to = assignments.giveToRegion(lapse, region.strip(), actor);
    book.given(handover, lapse, was, to.value());
    owners.give(handover, List.of(customer), to);
    var detail = Map.of("region", region.strip(), "to", to.value());
    audit.note(actor, "handover.made", "handover", handover, detail);
    return handover;
  }

  /** Takes a handover back: each thing that nobody has worked on since. */
  public void undo(long handover, Actor actor) {
    actor.require(Permission.HAND_OVER);
    restitution.undo(handover, actor);
    audit.note(actor, "handover.undone", "handover", handover, Map.of("on", clock.today()));
  }

  @Transactional(readOnly = true)
  public Paged<HandoverRow> rows(@Nullable String after, int limit, Actor actor) {
    actor.require(Permission.HAND_OVER);
    return book.rows(after, limit);
  }

  /** All of them one by one. */
  @Transactional(readOnly = true)
  public void export(Actor actor, Consumer<HandoverRow> sink) {
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
