package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** MEA-06; days.md, Monday 12: two discounts of one rung, each for half of its letters, by lot. */
@CoreTest
class RungSplitsTest {

  @Autowired Letters letters;
  @Autowired Ladder ladder;
  @Autowired RungSplits splits;
  @Autowired LadderStories stories;
  @Autowired Stories people;
  @Autowired BusinessClock clock;
  @Autowired MovableClock time;

  private void hundredSilent() {
    for (int i = 0; i < 100; i++) {
      stories.silent("S" + i, 100);
    }
    ladder.turn(1, Mode.LIVE, true, stories.marketing());
  }

  private long giving(int percent) {
    return stories.one(
        "select count(*) from letter e join coupon k on k.letter_id = e.id"
            + " where e.state = 'PLANNED' and e.percent = %d and k.percent = %d and k.void_at is null"
                .formatted(percent, percent),
        Long.class);
  }

  @Test
  void aboutHalfOfTheLettersGiveTheOtherDiscountInLetterAndCoupon() {
    hundredSilent();
    splits.begin(1, 5, stories.marketing());
    letters.plan(clock.today());
    assertThat(giving(5)).isBetween(30L, 70L);
    assertThat(giving(10)).isEqualTo(100 - giving(5));
  }

  /** Nothing is drawn again: a second night and a second pass change no letter. */
  @Test
  void theLotFallsOnceForEachLoss() {
    hundredSilent();
    splits.begin(1, 5, stories.marketing());
    letters.plan(clock.today());
    var first = stories.letters();
    letters.plan(clock.today());
    time.setDay(clock.today().plusDays(1));
    letters.plan(clock.today());
    assertThat(stories.letters()).isEqualTo(first);
  }

  @Test
  void lettersThatWaitTakeTheirDiscountAndGiveItBackWhenOneIsKept() {
    hundredSilent();
    letters.plan(clock.today());
    assertThat(giving(10)).isEqualTo(100);
    splits.begin(1, 5, stories.marketing());
    long other = giving(5);
    assertThat(other).isBetween(30L, 70L);
    assertThat(giving(10)).isEqualTo(100 - other);
    splits.end(1, RungSplit.Half.OWN, stories.marketing());
    assertThat(giving(10)).isEqualTo(100);
    splits.begin(1, 5, stories.marketing());
    assertThat(giving(5)).as("the same lot").isEqualTo(other);
    assertThat(splits.end(1, RungSplit.Half.OTHER, stories.marketing()).percent()).isEqualTo(5);
    assertThat(giving(5)).isEqualTo(100);
    assertThat(splits.running(stories.marketing())).isEmpty();
  }

  @Test
  void aLetterThatHasLeftKeepsWhatItGave() {
    hundredSilent();
    letters.plan(clock.today());
    stories.execute("update letter set state = 'SENT', sent_at = now()");
    splits.begin(1, 5, stories.marketing());
    assertThat(stories.one("select count(*) from letter where percent <> 10", Long.class)).isZero();
  }

  /** Who is kept back gets neither of the two. */
  @Test
  void theControlArmStaysTheSame() {
    hundredSilent();
    ladder.edit(1, new RungEdit(90, 10, 30, 40, null), stories.marketing());
    letters.plan(clock.today());
    var control = control();
    splits.begin(1, 5, stories.marketing());
    letters.plan(clock.today());
    assertThat(control()).isEqualTo(control).isNotEmpty();
  }

  private Map<String, String> control() {
    var control = new java.util.TreeMap<>(stories.letters());
    control.values().removeIf(what -> !what.startsWith("CONTROL"));
    return new java.util.TreeMap<>(
        control.keySet().stream()
            .collect(java.util.stream.Collectors.toMap(ref -> ref, ref -> "control")));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 10, split.refused.other",
    "1, 0, split.refused.other",
    "1, 101, split.refused.other",
    "0, 5, split.refused.rung",
    "-11, 5, split.refused.rung",
    "1, 99, letter.refused.most",
  })
  void whatCannotBeComparedIsRefused(int rung, int other, String why) {
    assertThatThrownBy(() -> splits.begin(rung, other, stories.marketing()))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.sentence().key()).isEqualTo(why));
  }

  @Test
  void neitherOfTheTwoChangesWhileTheyAreCompared() {
    splits.begin(1, 5, stories.marketing());
    for (var change :
        java.util.List.<Runnable>of(
            () -> ladder.edit(1, new RungEdit(90, 12, 30, 0, null), stories.marketing()),
            () -> splits.begin(1, 7, stories.marketing()))) {
      assertThatThrownBy(change::run)
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> assertThat(refused.sentence().key()).isEqualTo("split.refused.runs"));
    }
    assertThat(ladder.edit(1, new RungEdit(95, 10, 20, 0, null), stories.marketing()).days())
        .isEqualTo(95);
  }

  @Test
  void aRungWithoutADiscountHasNoneToCompare() {
    ladder.edit(1, new RungEdit(90, 0, 30, 0, null), stories.marketing());
    assertThatThrownBy(() -> splits.begin(1, 5, stories.marketing()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.sentence().key()).isEqualTo("split.refused.none"));
  }

  /** LET-24: what gives many more than somebody agreed to is agreed to again. */
  @Test
  void aLiveRungThatWritesToManyWaitsForASecondPersonAgain() {
    hundredSilent();
    stories.execute("update letter_rule set second_above = 50");
    splits.begin(1, 15, stories.marketing());
    assertThat(ladder.rung(1, stories.marketing()).mode()).isEqualTo(Mode.REVIEW);
  }

  @Test
  void onlyWhoSetsTheLadderBeginsAndEndsAComparison() {
    assertThatThrownBy(() -> splits.begin(1, 5, people.manager())).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> splits.end(1, RungSplit.Half.OTHER, people.manager()))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> splits.results(people.rep("rep9"))).isInstanceOf(NotAllowed.class);
  }

  @Test
  void endedTwiceIsEndedOnce() {
    splits.begin(1, 5, stories.marketing());
    splits.end(1, RungSplit.Half.OTHER, stories.marketing());
    assertThat(splits.end(1, RungSplit.Half.OWN, stories.marketing()).percent()).isEqualTo(5);
  }

  /** The end was a slip: nothing that it counted is lost, and its halves are the same. */
  @Test
  void anEndOfTodayIsTakenBack() {
    hundredSilent();
    splits.begin(1, 5, stories.marketing());
    letters.plan(clock.today());
    long other = giving(5);
    stories.execute("update rung_split set since = since - 90");
    var begun = splits.running(stories.marketing()).get(1);
    for (var kept : RungSplit.Half.values()) {
      splits.end(1, kept, stories.marketing());
      assertThat(splits.goOn(1, stories.marketing()).percent()).isEqualTo(10);
      assertThat(splits.running(stories.marketing())).containsEntry(1, begun);
      assertThat(giving(5)).isEqualTo(other);
    }
    splits.end(1, RungSplit.Half.OTHER, stories.marketing());
    stories.execute("update rung set percent = 7 where number = 1");
    over();
    stories.execute("update rung set percent = 5 where number = 1");
    time.setDay(clock.today().plusDays(1));
    over();
  }

  private void over() {
    assertThatThrownBy(() -> splits.goOn(1, stories.marketing()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.sentence().key()).isEqualTo("split.refused.over"));
  }

  /** What was begun by a slip and ended at once takes the place of nothing. */
  @Test
  void aComparisonOfNoDayLeavesTheOneBeforeItStanding() {
    splits.begin(1, 5, stories.marketing());
    stories.execute("update rung_split set since = since - 90");
    splits.end(1, RungSplit.Half.OWN, stories.marketing());
    splits.begin(1, 7, stories.marketing());
    splits.end(1, RungSplit.Half.OWN, stories.marketing());
    assertThat(splits.results(stories.marketing()).get(1).split().other()).isEqualTo(5);
  }
}
