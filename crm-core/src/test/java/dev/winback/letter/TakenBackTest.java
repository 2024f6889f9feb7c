package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** look.md, "undo, not confirm": what was let go waits for half a minute and can be taken back. */
@CoreTest
class TakenBackTest {

  @Autowired Letters letters;
  @Autowired Ladder ladder;
  @Autowired Outbox outbox;
  @Autowired LadderStories stories;
  @Autowired Stories people;
  @Autowired BusinessClock clock;
  @Autowired TransactionTemplate transaction;

  private final LetterId first = new LetterId(1);

  @BeforeEach
  void threeReviewedLetters() {
    for (var ref : List.of("A", "B", "C")) {
      stories.silent(ref, 100);
    }
    stories.turnAll(Mode.REVIEW, true);
    letters.plan(clock.today());
  }

  @Test
  void whatWasLetGoIsClaimedByNobodyForHalfAMinute() {
    letters.releaseAll(1, people.marketing());
    assertThat(claim()).isEmpty();
    assertThat(
            stories.one(
                "select extract(epoch from min(next_attempt_at) - clock_timestamp()) from letter",
                Double.class))
        .isBetween(20.0, 30.0);
    halfAMinuteLater();
    assertThat(claim()).hasSize(3);
  }

  @Test
  void takenBackItWaitsForAPersonAgainWithItsCoupon() {
    var released = letters.releaseAll(1, people.marketing());
    assertThat(letters.takeBack(released.release(), people.marketing()))
        .isEqualTo(new TakenBack(3, 0));
    assertThat(stories.letters().values()).containsOnly("HELD REVIEW 10%");
    assertThat(letters.takeBack(released.release(), people.marketing()))
        .as("twice")
        .isEqualTo(new TakenBack(0, 0));
    halfAMinuteLater();
    letters.plan(clock.today());
    outbox.recover();
    assertThat(claim()).isEmpty();
    assertThat(stories.one("select count(*) from coupon where void_at is null", Long.class))
        .isEqualTo(3);
    assertThat(letters.releaseAll(1, people.marketing()).letters()).isEqualTo(3);
  }

  @Test
  void anUndoLeavesWhatAnotherPressLetGo() {
    letters.release(first, people.manager());
    var rest = letters.releaseAll(1, people.marketing());
    letters.takeBack(rest.release(), people.marketing());
    assertThat(stories.letters())
        .containsEntry("A/1", "PLANNED 10%")
        .containsEntry("B/1", "HELD REVIEW 10%");
    letters.takeBack(first, people.marketing());
    letters.takeBack(first, people.marketing());
    assertThat(stories.letters()).containsEntry("A/1", "HELD REVIEW 10%");
    assertThatThrownBy(() -> letters.takeBack(first, people.rep("rep")))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void anUndoThatComesTooLateSaysHowManyHaveLeft() {
    var released = letters.releaseAll(1, people.marketing());
    halfAMinuteLater();
    var leaving = outbox.claim("a", 1, OutboxTest.LEASE).get(0);
    assertThat(announce(leaving)).isTrue();
    assertThat(letters.takeBack(released.release(), people.marketing()))
        .isEqualTo(new TakenBack(2, 1));
    outbox.sent(leaving.id(), "a", 250, "ok");
    assertThatThrownBy(() -> letters.takeBack(leaving.id(), people.marketing()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("letter.refused.left");
  }

  /** Claimed and not announced: the dot asks for a row that is not there any more. */
  @Test
  void noDotFollowsForAClaimedLetterThatWasTakenBack() {
    var released = letters.releaseAll(1, people.marketing());
    halfAMinuteLater();
    var claimed = claim();
    assertThat(claimed).hasSize(3);
    assertThat(letters.takeBack(released.release(), people.marketing()))
        .isEqualTo(new TakenBack(3, 0));
    assertThat(claimed).noneMatch(this::announce);
    assertThat(stories.letters().values()).containsOnly("HELD REVIEW 10%");
  }

  /** Two sessions: the claim has the rows and has not committed when the undo comes. */
  @Test
  void anUndoWaitsForAClaimThatIsUnderWayAndTakesItsLettersBackToo() {
    var released = letters.releaseAll(1, people.marketing());
    halfAMinuteLater();
    var undo = beside(this::claim, () -> letters.takeBack(released.release(), people.marketing()));
    assertThat(undo).isEqualTo(new TakenBack(3, 0));
    assertThat(stories.letters().values()).containsOnly("HELD REVIEW 10%");
  }

  /** Two sessions: what is announced in the other one leaves, and is not waited for. */
  @Test
  void anUndoBesideAnAnnouncementSaysThatTheLetterLeaves() {
    var released = letters.releaseAll(1, people.marketing());
    halfAMinuteLater();
    var leaving = outbox.claim("a", 1, OutboxTest.LEASE).get(0);
    var undo =
        transaction.execute(
            status -> {
              stories.one(
                  "select id from letter where id = " + leaving.id().value() + " for update",
                  Long.class);
              return CompletableFuture.supplyAsync(
                      () -> letters.takeBack(released.release(), people.marketing()))
                  .join();
            });
    assertThat(undo).isEqualTo(new TakenBack(2, 1));
    assertThat(announce(leaving)).isTrue();
  }

  /** Two sessions: the undo is first, and the claim finds nothing while it is under way. */
  @Test
  void aClaimFindsNothingOfWhatIsBeingTakenBack() {
    var released = letters.releaseAll(1, people.marketing());
    halfAMinuteLater();
    transaction.executeWithoutResult(
        status -> {
          letters.takeBack(released.release(), people.marketing());
          assertThat(CompletableFuture.supplyAsync(this::claim).join()).isEmpty();
        });
    assertThat(claim()).isEmpty();
  }

  @Test
  void nothingIsTakenBackOnceTheRungIsLive() {
    letters.release(first, people.manager());
    ladder.turn(1, Mode.LIVE, true, people.marketing());
    assertThatThrownBy(() -> letters.takeBack(first, people.manager()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("take-back.live");
    assertThat(stories.letters()).containsEntry("A/1", "PLANNED 10%");
  }

  @Test
  void whatIsHeldUntilTheMorningIsTakenBackAndWhatHasNoBasisKeepsItsReason() {
    var released = letters.releaseAll(1, people.marketing());
    stories.execute(
        "update letter set state = 'HELD', hold_reason = 'OUTSIDE_HOURS', hold_until = now() where id = 1");
    stories.execute("update letter set state = 'HELD', hold_reason = 'NO_BASIS' where id = 2");
    assertThat(letters.takeBack(released.release(), people.marketing()).waiting()).isEqualTo(3);
    assertThat(stories.letters())
        .containsEntry("A/1", "HELD REVIEW 10%")
        .containsEntry("B/1", "HELD NO_BASIS 10%");
  }

  /** The second act begins while the first has not committed, and goes on after it. */
  private <T> T beside(Runnable held, Supplier<T> act) {
    var second =
        transaction.execute(
            status -> {
              held.run();
              var other = CompletableFuture.supplyAsync(act);
              await()
                  .atMost(Duration.ofSeconds(10))
                  .until(
                      () ->
                          other.isDone()
                              || stories.one(
                                  "select count(*) > 0 from pg_stat_activity where wait_event_type = 'Lock' and query like '%undo of a release%'",
                                  Boolean.class));
              assertThat(other).as("waits for the claim").isNotDone();
              return other;
            });
    return second.join();
  }

  private List<DueLetter> claim() {
    return outbox.claim("a", 10, OutboxTest.LEASE);
  }

  private boolean announce(DueLetter letter) {
    return outbox.announce(
        letter, OutboxTest.RENDERED, "a", OutboxTest.MARGIN, Duration.ofMinutes(1));
  }

  private void halfAMinuteLater() {
    stories.execute("update letter set next_attempt_at = next_attempt_at - interval '30 seconds'");
  }
}
