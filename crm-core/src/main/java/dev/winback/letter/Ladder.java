package dev.winback.letter;

import dev.winback.shared.NotFound;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The ladder of letters as marketing sets it: rungs, their words, their modes. */
@Service
@Transactional
public class Ladder {

  /** The acts that change a rung. */
  private static final List<String> CHANGES =
      List.of("edit", "rewrite", "mode", "remove", "restore", "cap", "pause", "resume");

  private final LadderRungRepository rungs;
  private final Templates templates;
  private final LadderSwitch switches;
  private final FitToLeave fit;
  private final KnownTerms known;
  private final MarginFloor floor;
  private final SplitBook splits;
  private final ChangedMeanwhile meanwhile;
  private final Audit audit;

  Ladder(
      LadderRungRepository rungs,
      Templates templates,
      LadderSwitch switches,
      FitToLeave fit,
      KnownTerms known,
      MarginFloor floor,
      SplitBook splits,
      ChangedMeanwhile meanwhile,
      Audit audit) {
    this.rungs = rungs;
    this.templates = templates;
    this.switches = switches;
    this.fit = fit;
    this.known = known;
    this.floor = floor;
    this.splits = splits;
    this.meanwhile = meanwhile;
    this.audit = audit;
  }

  /** The rungs in the order of their moments, without the letter of repentance. */
  @Transactional(readOnly = true)
  public List<Rung> rungs(Actor actor) {
    actor.require(Permission.READ_LADDER);
    return inOrder();
  }

  /** The same for lists of letters, which everybody has: a letter says as much of its rung. */
  @Transactional(readOnly = true)
  public List<Rung> listed() {
    return inOrder();
  }

  @Transactional(readOnly = true)
  public Rung rung(int number, Actor actor) {
    actor.require(Permission.READ_LADDER);
    return find(number).toRung();
  }

  /** All that there ever were, with the letters beside the ladder. */
  @Transactional(readOnly = true)
  public Map<Integer, Rung> byNumber(Actor actor) {
    actor.require(Permission.READ_LADDER);
    return rungs.findAllByOrderByNumber().stream()
        .map(LadderRung::toRung)
        .collect(Collectors.toMap(Rung::number, rung -> rung));
  }

  /**
   * Changes days, percent, validity and control; waiting letters follow. A live rung that would
   * write to many with its new terms waits for a second person.
   */
  public Rung edit(int number, RungEdit edit, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    switches.lock();
    known.require(edit.terms());
    floor.require(number, edit.percent());
    var rung = find(number);
    requireSame(rung, edit.version(), actor);
    var before = rung.toRung();
    splits.requireSame(before, edit.percent());
    int due = rung.due();
    rung.edit(edit);
    rung.requirePlace(rungs.findAllByOrderByNumber(), due);
    var saved = rungs.saveAndFlush(rung).toRung();
    audit.note(actor, "edit", "rung", number, edit);
    switches.follow(saved);
    return saved.version() == before.version() ? saved : switches.lookedAtAgain(rung, actor);
  }

  /**
   * Switches a rung; waiting letters are judged again at once, new ones are planned at night. To go
   * live with many letters on the first day waits for a second person, and the rung stays as it is.
   */
  public Rung turn(int number, Mode mode, boolean backlog, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    switches.lock();
    return switches.turn(find(number), mode, backlog, actor);
  }

  /** The same, unless the rung has changed since this version. */
  public Rung turn(int number, Mode mode, boolean backlog, @Nullable Long version, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    switches.lock();
    requireSame(find(number), version, actor);
    return turn(number, mode, backlog, actor);
  }

  /**
   * Somebody is about to write so many more letters of this kind than today already: refused while
   * they are not fit to leave; above the limit a live kind goes to review until a second person
   * agrees.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void writeToMany(int number, long more, long today, Actor actor) {
    switches.lock();
    fit.require(number);
    switches.guard(find(number), more, today, actor);
  }

  /** Whether letters of this rung may leave as they are worded now. */
  @Transactional(readOnly = true)
  public boolean fit(int number) {
    return fit.fits(number);
  }

  @Transactional(readOnly = true)
  public List<TemplateVersion> versions(int number, Actor actor) {
    actor.require(Permission.READ_LADDER);
    find(number);
    return templates.versions(number);
  }

  /** The words that letters of this rung are written with now. */
  @Transactional(readOnly = true)
  public TemplateVersion template(int number, Actor actor) {
    var current = rung(number, actor).templateId();
    return templates.version(number, current).orElseThrow(() -> new NotFound("template"));
  }

  /** Saves new words as a new version; refused, with the reason, when they break a rule. */
  public Rung rewrite(int number, LetterTemplate template, Actor actor) {
    return rewrite(number, template, null, actor);
  }

  /** The same, unless somebody else has saved other words than those that this person changed. */
  public Rung rewrite(int number, LetterTemplate template, @Nullable Long seen, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    switches.lock();
    var rung = find(number);
    requireSeen(rung.toRung(), seen);
    TemplateRules.check(number, template);
    var saved = templates.save(number, template, actor.member());
    rung.writeWith(saved);
    var written = rungs.saveAndFlush(rung).toRung();
    audit.note(actor, "rewrite", "rung", number, Map.of("template", saved));
    switches.follow(written);
    return switches.lookedAtAgain(rung, actor);
  }

  private void requireSame(LadderRung rung, @Nullable Long version, Actor actor) {
    if (rung.changedSince(version)) {
      throw meanwhile.told("letter.refused.rung-changed", "rung", rung.number(), CHANGES, actor);
    }
  }

  private void requireSeen(Rung rung, @Nullable Long seen) {
    if (seen != null && rung.templateId() != seen) {
      throw templates.version(rung.number(), rung.templateId()).orElseThrow().unseen();
    }
  }

  private List<Rung> inOrder() {
    return rungs.findAllByOrderByNumber().stream()
        .map(LadderRung::toRung)
        .filter(rung -> rung.number() > 0 && !rung.retired())
        .sorted(Rung.BY_MOMENT)
        .toList();
  }

  private LadderRung find(int number) {
    return rungs.findById(number).orElseThrow(() -> new NotFound("rung"));
  }
}
