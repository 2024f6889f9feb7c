package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares two discounts of one rung (days.md, Monday 12): half of its letters, by lot, give the
 * other one until a person keeps one of them. Whoever is kept back stays kept back.
 */
@Service
@Transactional
public class RungSplits {

  private final SplitBook book;
  private final Ladder ladder;
  private final LadderRungRepository rungs;
  private final LadderSwitch switches;
  private final RungPercents percents;
  private final MarginFloor floor;
  private final BusinessClock clock;
  private final Audit audit;

  RungSplits(
      SplitBook book,
      Ladder ladder,
      LadderRungRepository rungs,
      LadderSwitch switches,
      RungPercents percents,
      MarginFloor floor,
      BusinessClock clock,
      Audit audit) {
    this.book = book;
    this.ladder = ladder;
    this.rungs = rungs;
    this.switches = switches;
    this.percents = percents;
    this.floor = floor;
    this.clock = clock;
    this.audit = audit;
  }

  /** The comparisons that run, by rung. */
  @Transactional(readOnly = true)
  public Map<Integer, RungSplit> running(Actor actor) {
    actor.require(Permission.READ_LADDER);
    return book.last().stream()
        .filter(RungSplit::running)
        .collect(Collectors.toMap(RungSplit::rung, split -> split));
  }

  /** What the last comparison of each rung has brought, as the last night counted it. */
  @Transactional(readOnly = true)
  public Map<Integer, SplitResult> results(Actor actor) {
    actor.require(Permission.READ_LADDER);
    var counted = percents.all();
    return book.last().stream()
        .map(split -> result(split, counted))
        .collect(Collectors.toMap(result -> result.split().rung(), result -> result));
  }

  private SplitResult result(RungSplit split, Map<Integer, List<RungPercent>> counted) {
    return SplitResult.of(split, counted.getOrDefault(split.rung(), List.of()), clock.today());
  }

  /**
   * Half of the letters that have not left take the other discount too; a live rung that would
   * write to many waits for a second person, as after every change of what it offers.
   */
  public RungSplit begin(int number, int other, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    switches.lock();
    var rung = rungs.findById(number).orElseThrow(() -> new NotFound("rung"));
    var now = rung.toRung();
    check(now, other);
    floor.require(number, other);
    var split = new RungSplit(number, now.percent(), other, clock.today(), null);
    book.begin(split);
    audit.note(actor, "split", "rung", number, Map.of("own", split.own(), "other", other));
    switches.follow(now);
    switches.lookedAtAgain(rung, actor);
    return split;
  }

  private void check(Rung rung, int other) {
    if (rung.number() <= 0 || rung.retired()) {
      throw new Refused("split.refused.rung");
    }
    if (rung.percent() == 0) {
      throw Refused.field("other", "split.refused.none");
    }
    if (other < 1 || other > 100 || other == rung.percent()) {
      throw Refused.field("other", "split.refused.other", rung.percent());
    }
    book.requireNone(rung.number(), "other");
  }

  /** All letters give one of the two from now on; of what has ended already nothing changes. */
  public Rung end(int number, RungSplit.Half kept, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    switches.lock();
    var now = ladder.rung(number, actor);
    var split = book.running(number);
    if (split.isEmpty()) {
      return now;
    }
    book.end(number, clock.today());
    int percent = split.get().of(kept);
    audit.note(actor, "end-split", "rung", number, Map.of("kept", percent));
    return giving(now, percent, actor);
  }

  /**
   * Takes an end of today back: the comparison goes on with all that it has counted. Refused when
   * another day or another percent came in between.
   */
  public Rung goOn(int number, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    switches.lock();
    var now = ladder.rung(number, actor);
    var split =
        book.newest(number)
            .filter(last -> clock.today().equals(last.endedOn()))
            .filter(last -> last.own() == now.percent() || last.other() == now.percent())
            .orElseThrow(() -> new Refused("split.refused.over"));
    var before = giving(now, split.own(), actor);
    book.goOn(number);
    audit.note(actor, "continue-split", "rung", number, Map.of("other", split.other()));
    switches.follow(before);
    return before;
  }

  private Rung giving(Rung rung, int percent, Actor actor) {
    if (rung.percent() == percent) {
      switches.follow(rung);
      return rung;
    }
    var edit = new RungEdit(rung.days(), percent, rung.couponDays(), rung.control(), null);
    return ladder.edit(rung.number(), edit, actor);
  }
}
