package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ladder of letters as marketing sets it: rungs, their words, their modes. */
@Service
@Transactional
public class Ladder {

  private static final String FOLLOW = Sql.of(Ladder.class, "follow-rung.sql");

  /** How far the ladder's picture looks ahead, in days. */
  private static final int SOON = 30;

  private final LadderRungRepository rungs;
  private final Templates templates;
  private final Previews previews;
  private final LetterPlanning planning;
  private final OtherLetters others;
  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Audit audit;

  Ladder(
      LadderRungRepository rungs,
      Templates templates,
      Previews previews,
      LetterPlanning planning,
      OtherLetters others,
      JdbcClient jdbc,
      BusinessClock clock,
      Audit audit) {
    this.rungs = rungs;
    this.templates = templates;
    this.previews = previews;
    this.planning = planning;
    this.others = others;
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  /** The rungs in order, without the letter of repentance. */
  @Transactional(readOnly = true)
  public List<Rung> rungs(Actor actor) {
    actor.require(Permission.READ_LADDER);
    return rungs.findAllByOrderByNumber().stream()
        .map(LadderRung::toRung)
        .filter(rung -> rung.number() > 0)
        .toList();
  }

  @Transactional(readOnly = true)
  public Rung rung(int number, Actor actor) {
    actor.require(Permission.READ_LADDER);
    return find(number).toRung();
  }

  /** Every rung with what it would do today; the letter of repentance comes last. */
  @Transactional(readOnly = true)
  public List<RungPicture> picture(Actor actor) {
    actor.require(Permission.READ_LADDER);
    var soon = planning.reachSoon(clock.today(), SOON);
    return rungs.findAllByOrderByNumber().stream()
        .map(LadderRung::toRung)
        .filter(rung -> rung.number() >= 0)
        .sorted((a, b) -> Integer.compare(place(a), place(b)))
        .map(
            rung ->
                new RungPicture(
                    rung,
                    planning.dryRunCount(rung.number(), clock.today()),
                    soon.getOrDefault(rung.number(), 0L)))
        .toList();
  }

  private static int place(Rung rung) {
    return rung.number() == 0 ? Integer.MAX_VALUE : rung.number();
  }

  /** Changes days, percent, validity and control; waiting letters follow. */
  public Rung edit(int number, RungEdit edit, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    var rung = find(number);
    rung.requireVersion(edit.version());
    rung.edit(edit);
    rung.requireOrder(rungs.findAllByOrderByNumber());
    var saved = rungs.saveAndFlush(rung).toRung();
    audit.note(actor, "edit", "rung", number, edit);
    follow(saved);
    return saved;
  }

  /** Switches a rung; waiting letters are judged again at once, new ones are planned at night. */
  public Rung turn(int number, Mode mode, boolean backlog, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    var rung = find(number);
    rung.turn(mode, backlog, clock.today());
    var saved = rungs.saveAndFlush(rung).toRung();
    audit.note(
        actor, "mode", "rung", number, Map.of("mode", mode.code(), "backlog", saved.backlog()));
    judge(number);
    return saved;
  }

  /** The same, unless the rung has changed since this version. */
  public Rung turn(int number, Mode mode, boolean backlog, @Nullable Long version, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    find(number).requireVersion(version);
    return turn(number, mode, backlog, actor);
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
    return templates.versions(number).stream()
        .filter(version -> version.id() == current)
        .findFirst()
        .orElseThrow(() -> new NotFound("template"));
  }

  /** Saves new words as a new version; refused, with the reason, when they break a rule. */
  public Rung rewrite(int number, LetterTemplate template, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    var rung = find(number);
    TemplateRules.check(number, template);
    var saved = templates.save(number, template, actor.member());
    rung.writeWith(saved);
    var written = rungs.saveAndFlush(rung).toRung();
    audit.note(actor, "rewrite", "rung", number, Map.of("template", saved));
    follow(written);
    return written;
  }

  private void follow(Rung rung) {
    jdbc.sql(FOLLOW)
        .param("rung", rung.number())
        .param("percent", rung.percent())
        .param("couponDays", rung.couponDays())
        .param("template", rung.templateId())
        .query(Integer.class)
        .single();
    judge(rung.number());
  }

  private void judge(int number) {
    if (number < 0) {
      others.judge(number);
    } else {
      planning.revise(clock.today());
    }
  }

  @Transactional(readOnly = true)
  public List<PreviewCustomer> previewCustomers(Actor actor) {
    actor.require(Permission.READ_LADDER);
    return previews.customers();
  }

  /** What this customer would get with these words; refused when the words break a rule. */
  @Transactional(readOnly = true)
  public LetterContent preview(
      int number, LetterTemplate draft, @Nullable String customer, Actor actor) {
    actor.require(Permission.READ_LADDER);
    TemplateRules.check(number, draft);
    return previews.content(find(number).toRung(), draft, customer);
  }

  private LadderRung find(int number) {
    return rungs.findById(number).orElseThrow(() -> new NotFound("rung"));
  }
}
