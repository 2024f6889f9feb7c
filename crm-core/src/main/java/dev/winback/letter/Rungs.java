package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which rungs the ladder has: the picture of all, one more, one less (LET-03). */
@Service
@Transactional
public class Rungs {

  /** How far the picture looks ahead, in days. */
  public static final int SOON = 30;

  private static final int MOST = 12;

  private final LadderRungRepository rungs;
  private final Templates templates;
  private final LadderSwitch switches;
  private final KnownTerms known;
  private final MarginFloor floor;
  private final RungPictures pictures;
  private final LadderCounting counting;
  private final BusinessClock clock;
  private final Audit audit;

  Rungs(
      LadderRungRepository rungs,
      Templates templates,
      LadderSwitch switches,
      KnownTerms known,
      MarginFloor floor,
      RungPictures pictures,
      LadderCounting counting,
      BusinessClock clock,
      Audit audit) {
    this.rungs = rungs;
    this.templates = templates;
    this.switches = switches;
    this.known = known;
    this.floor = floor;
    this.pictures = pictures;
    this.counting = counting;
    this.clock = clock;
    this.audit = audit;
  }

  /** Every rung with what it would do; the letter of repentance comes last. */
  @Transactional(readOnly = true)
  public RungOutlook outlook(Actor actor) {
    actor.require(Permission.READ_LADDER);
    return pictures.of(inOrder());
  }

  /** Begins to count a large firm's numbers of the picture as of today, in the background. */
  public void countAnew(Actor actor) {
    actor.require(Permission.READ_LADDER);
    counting.start();
  }

  /** They are being counted on this node. */
  public boolean counting(Actor actor) {
    actor.require(Permission.READ_LADDER);
    return counting.running();
  }

  private List<Rung> inOrder() {
    return rungs.findAllByOrderByNumber().stream()
        .map(LadderRung::toRung)
        .filter(rung -> rung.number() >= 0 && !rung.retired())
        .sorted(Comparator.comparing((Rung r) -> r.number() == 0).thenComparing(Rung.BY_MOMENT))
        .toList();
  }

  /** Those that were taken off the ladder, which can come back. */
  @Transactional(readOnly = true)
  public List<Rung> removed(Actor actor) {
    actor.require(Permission.READ_LADDER);
    return rungs.findAllByOrderByNumber().stream()
        .map(LadderRung::toRung)
        .filter(Rung::retired)
        .sorted(Rung.BY_MOMENT)
        .toList();
  }

  /**
   * One more, off, with the words of the one before it; the same moment as a removed one brings
   * that back, so that nobody gets its letter twice.
   */
  public Rung add(RungEdit edit, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    switches.lock();
    known.require(edit.terms());
    floor.require(1, edit.percent());
    var all = rungs.findAllByOrderByNumber();
    requireRoom(all);
    var terms = (edit.terms() == null ? RungTerms.PLAIN : edit.terms()).checked();
    var rung =
        all.stream()
            .filter(old -> old.was(terms, terms.days(edit.days())))
            .findFirst()
            .orElseGet(() -> made(all, terms.days(edit.days()), edit, actor));
    rung.restore();
    rung.edit(
        new RungEdit(edit.days(), edit.percent(), edit.couponDays(), edit.control(), terms, null));
    rung.requirePlace(all, 0);
    return saved("add", rung, actor);
  }

  private static void requireRoom(List<LadderRung> all) {
    if (all.stream().filter(LadderRung::onLadder).count() >= MOST) {
      throw new Refused("letter.refused.rungs", MOST);
    }
  }

  private LadderRung made(List<LadderRung> all, int days, RungEdit edit, Actor actor) {
    int number = all.stream().mapToInt(LadderRung::number).max().orElse(0) + 1;
    boolean reminds = edit.percent() == 0 && (edit.terms() == null || edit.terms().gives() == null);
    var words = reminds ? Templates.REMINDER : templates.current(nearest(all, days));
    return new LadderRung(number, templates.save(number, words, actor.member()));
  }

  private static Rung nearest(List<LadderRung> all, int days) {
    return all.stream()
        .filter(LadderRung::onLadder)
        .min(Comparator.comparingInt(rung -> Math.abs(rung.due() - days)))
        .or(() -> all.stream().filter(rung -> rung.number() > 0).findFirst())
        .map(LadderRung::toRung)
        .orElseThrow(() -> new NotFound("rung"));
  }

  /**
   * Off the ladder: what waits is held, nobody is asked any more, what was sent still bars lower
   * rungs.
   */
  public Rung remove(int number, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    switches.lock();
    var rung = find(number);
    rung.retire(clock.instant());
    switches.withdraw(number, actor);
    return saved("remove", rung, actor);
  }

  /** Back on the ladder, off until somebody switches it. */
  public Rung restore(int number, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    switches.lock();
    var rung = find(number);
    var all = rungs.findAllByOrderByNumber();
    if (!rung.onLadder()) {
      requireRoom(all);
    }
    rung.restore();
    rung.requirePlace(all, 0);
    return saved("restore", rung, actor);
  }

  private Rung saved(String act, LadderRung rung, Actor actor) {
    var saved = rungs.saveAndFlush(rung).toRung();
    audit.note(actor, act, "rung", saved.number(), Map.of());
    switches.follow(saved);
    return saved;
  }

  private LadderRung find(int number) {
    return rungs
        .findById(number)
        .filter(rung -> rung.number() > 0)
        .orElseThrow(() -> new NotFound("rung"));
  }
}
