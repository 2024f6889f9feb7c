package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns rungs on and off; what would write to many at once waits for a second person. */
@Component
class LadderSwitch {

  private static final String FOLLOW = Sql.of(LadderSwitch.class, "follow-rung.sql");

  private final LadderRungRepository rungs;
  private final FitToLeave fit;
  private final ActivationBook book;
  private final LetterPlanning planning;
  private final OtherLetters others;
  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Audit audit;

  LadderSwitch(
      LadderRungRepository rungs,
      FitToLeave fit,
      ActivationBook book,
      LetterPlanning planning,
      OtherLetters others,
      JdbcClient jdbc,
      BusinessClock clock,
      Audit audit) {
    this.rungs = rungs;
    this.fit = fit;
    this.book = book;
    this.planning = planning;
    this.others = others;
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  /** One change of the ladder after the other: a second click finds what the first one did. */
  void lock() {
    jdbc.sql("select version from letter_rule for update").query(Long.class).single();
  }

  Rung turn(LadderRung rung, Mode mode, boolean backlog, Actor actor) {
    var now = rung.toRung();
    requireOnLadder(now);
    if (mode != Mode.OFF) {
      fit.require(now);
    }
    if (mode == Mode.LIVE && needsSecond(now, backlog, actor)) {
      return now;
    }
    book.decide(now.number(), "withdrawn", null, actor);
    return turned(rung, mode, backlog, actor);
  }

  private static void requireOnLadder(Rung rung) {
    if (rung.retired()) {
      throw new Refused("letter.refused.retired");
    }
  }

  /** What is live with this backlog already is no new activation. */
  private boolean needsSecond(Rung rung, boolean backlog, Actor actor) {
    boolean more = rung.number() >= 0 && backlog && !rung.backlog();
    if (rung.mode() == Mode.LIVE && !more) {
      return false;
    }
    long letters = book.firstDay(rung.number(), backlog);
    if (letters <= book.limit()) {
      return false;
    }
    ask(rung, backlog, letters, actor);
    return true;
  }

  private void ask(Rung rung, boolean backlog, long letters, Actor actor) {
    book.ask(rung, backlog, letters, actor);
    audit.note(actor, "ask-live", "rung", rung.number(), Map.of("letters", letters));
  }

  /**
   * Many letters of a live kind at once are an activation of their own; where one waits already it
   * is another by these, and nobody agrees to the old number.
   */
  void guard(LadderRung rung, long more, long today, Actor actor) {
    int number = rung.number();
    if (rung.mode() == Mode.LIVE && more + today > book.limit()) {
      ask(turned(rung, Mode.REVIEW, false, actor), false, more + today, actor);
    } else if (more > 0 && book.open(number).isPresent()) {
      ask(rung.toRung(), false, book.firstDay(number, false) + more, actor);
    }
  }

  /** A second person has agreed. */
  Rung live(int number, boolean backlog, Actor actor) {
    var rung = rungs.findById(number).orElseThrow();
    requireOnLadder(rung.toRung());
    fit.require(rung.toRung());
    return turned(rung, Mode.LIVE, backlog, actor);
  }

  private Rung turned(LadderRung rung, Mode mode, boolean backlog, Actor actor) {
    rung.turn(mode, backlog, clock.today());
    var saved = rungs.saveAndFlush(rung).toRung();
    var what = Map.of("mode", mode.code(), "backlog", saved.backlog());
    audit.note(actor, "mode", "rung", saved.number(), what);
    judge(saved.number());
    return saved;
  }

  /**
   * New words or terms of a rung that is on must be fit to leave, and where it writes to many they
   * wait for a second person as the first ones did; what was asked for before is something else
   * now, and of a rung in review it is asked anew, or the second change would let go what the first
   * one kept back.
   */
  Rung lookedAtAgain(LadderRung rung, Actor actor) {
    var written = rung.toRung();
    var asked = book.open(written.number());
    withdraw(written.number(), actor);
    if (written.mode() != Mode.OFF) {
      fit.require(written);
    }
    boolean backlog = asked.map(Activation::backlog).orElse(written.backlog());
    boolean guarded = written.mode() == Mode.REVIEW ? asked.isPresent() : live(written);
    long letters = guarded ? book.firstDay(written.number(), backlog) : 0;
    if (letters <= book.limit()) {
      return written;
    }
    var reviewed = live(written) ? turned(rung, Mode.REVIEW, backlog, actor) : written;
    book.ask(reviewed, backlog, letters, actor);
    return reviewed;
  }

  /** Published news keep their words, and each publication is looked at by itself. */
  private static boolean live(Rung rung) {
    return rung.mode() == Mode.LIVE
        && PromptKind.ofRung(rung.number()).filter(PromptKind::news).isEmpty();
  }

  /** What somebody asked for is not what would go live now. */
  void withdraw(int number, Actor actor) {
    if (book.decide(number, "withdrawn", null, actor)) {
      audit.note(actor, "withdraw", "rung", number, Map.of());
    }
  }

  /** Whatever waits takes the words and the offer of its rung and is judged anew. */
  void follow(Rung rung) {
    jdbc.sql(FOLLOW)
        .param("rung", rung.number())
        .param("percent", rung.percent())
        .param("gives", rung.terms().gives())
        .param("offerKind", rung.terms().offerKind())
        .param("couponDays", rung.couponDays())
        .param("template", rung.templateId())
        .query(Integer.class)
        .single();
    judge(rung.number());
  }

  /** Whatever waits is judged anew. */
  void judge(int number) {
    if (number < 0) {
      others.judge(number);
    } else {
      planning.revise(clock.today());
    }
  }
}
