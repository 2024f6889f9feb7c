package dev.winback.letter;

import dev.winback.lapse.LapseId;
import dev.winback.lapse.LapsesClosed;
import dev.winback.lapse.LapsesReopened;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The letters of the ladder, from planned to sent: what is due, what is held and why. */
@Service
@Transactional
public class Letters {

  /** Up to here a list is counted exactly (look.md, rule 7). */
  public static final int COUNTED = 10_000;

  /** Rows of a page of a list. */
  private static final int PAGE = 50;

  private final LetterPlanning planning;
  private final LetterRows rows;
  private final LetterReleases releases;
  private final LetterDecisions decisions;
  private final SurveyLetters surveys;
  private final Farewells farewells;
  private final HeldConfirmations confirmations;
  private final BusinessClock clock;

  Letters(
      LetterPlanning planning,
      LetterRows rows,
      LetterReleases releases,
      LetterDecisions decisions,
      SurveyLetters surveys,
      Farewells farewells,
      HeldConfirmations confirmations,
      BusinessClock clock) {
    this.planning = planning;
    this.rows = rows;
    this.releases = releases;
    this.decisions = decisions;
    this.surveys = surveys;
    this.farewells = farewells;
    this.confirmations = confirmations;
    this.clock = clock;
  }

  /**
   * Plans the letters due on this day; the number of letters planned, held or kept back as control,
   * and of waiting ones whose reason changed.
   */
  public int plan(LocalDate day) {
    planning.askAgain();
    return planning.revise(day) + planning.write(day) + judgeOthers();
  }

  /** Judges the waiting letters again without planning new ones; the number that changed. */
  public int judge(LocalDate day) {
    return planning.revise(day) + judgeOthers();
  }

  private int judgeOthers() {
    return surveys.judge() + farewells.judge() + confirmations.judge();
  }

  @EventListener
  void stop(LapsesClosed closed) {
    if (!closed.lapses().isEmpty()) {
      planning.close(closed.lapses().stream().map(LapseId::value).toList());
      farewells.plan(closed.lapses());
    }
  }

  @EventListener
  void resume(LapsesReopened reopened) {
    var lapses = reopened.lapses().stream().map(LapseId::value).toList();
    planning.revise(clock.today(), lapses);
    planning.resume(lapses);
    farewells.judge(reopened.lapses());
  }

  /** Newest first; a rep sees the letters of his own customers. */
  @Transactional(readOnly = true)
  public Paged<LetterRow> list(LetterFilter filter, @Nullable String after, Actor actor) {
    return list(filter, after, PAGE, actor);
  }

  @Transactional(readOnly = true)
  public Paged<LetterRow> list(
      LetterFilter filter, @Nullable String after, int limit, Actor actor) {
    long before = Cursor.number(after, Long.MAX_VALUE);
    return Paged.of(
        rows.list(filter, before, limit + 1, actor), limit, row -> Cursor.encode(row.id().value()));
  }

  /** All rows of the filter one by one, without a limit. */
  @Transactional(readOnly = true)
  public void export(LetterFilter filter, Actor actor, Consumer<LetterRow> sink) {
    actor.require(Permission.EXPORT);
    rows.each(filter, actor, sink);
  }

  /** At most one more than {@link #COUNTED}: then there are more than that. */
  @Transactional(readOnly = true)
  public long count(LetterFilter filter, Actor actor) {
    return rows.count(filter, COUNTED + 1, actor);
  }

  /** Which letters stand before and behind one in a list. */
  @Transactional(readOnly = true)
  public LetterPlace place(LetterFilter filter, LetterId id, Actor actor) {
    return rows.place(filter, id, actor);
  }

  /** What was really sent, when, and what was answered. */
  @Transactional(readOnly = true)
  public LetterDetail letter(LetterId id, Actor actor) {
    return rows.detail(id, actor).orElseThrow(() -> new NotFound("letter"));
  }

  /** Due = sent + control + held + …, for each rung: every letter is in exactly one line. */
  @Transactional(readOnly = true)
  public List<BalanceLine> balance(Actor actor) {
    actor.require(Permission.SEE_ALL_LETTERS);
    return rows.balance();
  }

  /**
   * Lets a letter go that waits for review; a letter already released stays released. While its
   * rung waits for a second person, only who may be that one lets letters go.
   */
  public void release(LetterId id, Actor actor) {
    actor.require(Permission.RELEASE_LETTERS);
    releases.release(id, letter(id, actor).row().rung(), actor);
  }

  /** Lets all letters of a rung go that wait for review, under the same condition; how many. */
  public Released releaseAll(int rung, Actor actor) {
    actor.require(Permission.RELEASE_LETTERS);
    return releases.releaseAll(rung, actor);
  }

  /** A letter that was let go and has not left waits for a person again. */
  public void takeBack(LetterId id, Actor actor) {
    actor.require(Permission.RELEASE_LETTERS);
    letter(id, actor);
    releases.takeBack(id, actor);
  }

  /** The same for all letters of one press, as far as they have not left. */
  public TakenBack takeBack(long release, Actor actor) {
    actor.require(Permission.RELEASE_LETTERS);
    return releases.takeBack(release, actor);
  }

  /** The in-doubt letter arrived, says a person. */
  public void countAsSent(LetterId id, Actor actor) {
    actor.require(Permission.RELEASE_LETTERS);
    letter(id, actor);
    decisions.countAsSent(id, actor);
  }

  /** The in-doubt letter goes out once more as a new letter, for a reason that is kept. */
  public LetterId sendAgain(LetterId id, String reason, Actor actor) {
    actor.require(Permission.RELEASE_LETTERS);
    letter(id, actor);
    if (reason.isBlank()) {
      throw Refused.field("reason", "letter.refused.reason-missing");
    }
    return decisions.sendAgain(id, reason.strip(), actor);
  }

  /** The red button: from the next announcement on no letter leaves. */
  public void stopSending(Actor actor) {
    actor.require(Permission.RELEASE_LETTERS);
    decisions.stopSending(true, actor);
  }

  public void resumeSending(Actor actor) {
    actor.require(Permission.RELEASE_LETTERS);
    decisions.stopSending(false, actor);
  }
}
