package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.lapse.LapseId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * LET-03: more or fewer than three rungs, in days, months or the own rhythm, for some or for all;
 * whatever is edited, no rung reaches a lapse twice and none a lower one after a higher (I2).
 */
@CoreTest
class RungsTest {

  @Autowired Rungs rungs;
  @Autowired Ladder ladder;
  @Autowired RungLoads loads;
  @Autowired Letters letters;
  @Autowired DryRuns dryRuns;
  @Autowired LadderStories stories;
  @Autowired Stories people;
  @Autowired BusinessClock clock;
  @Autowired MovableClock time;

  private Rung added(int days, int percent) {
    return rungs.add(new RungEdit(days, percent, 30, 0, null), stories.marketing());
  }

  private Rung live(Rung rung) {
    return ladder.turn(rung.number(), Mode.LIVE, true, stories.marketing());
  }

  private Rung terms(int number, int days, RungTerms terms) {
    var now = ladder.rung(number, stories.marketing());
    var edit = new RungEdit(days, now.percent(), 30, 0, terms, null);
    return ladder.edit(number, edit, stories.marketing());
  }

  private static RungTerms unit(RungUnit unit, @Nullable String amount) {
    var number = amount == null ? null : new BigDecimal(amount);
    return new RungTerms(unit, number, "", List.of(), RungChannel.OPEN, null, null, null, null);
  }

  private void sent(LapseId lapse) {
    stories.execute(
        "update letter set state = 'SENT', announced_at = now(), sent_at = now() where lapse_id = "
            + lapse.value());
  }

  @Test
  void aRungIsAddedBetweenTheOthersAndIsOff() {
    var rung = added(45, 5);
    assertThat(rung.mode()).isEqualTo(Mode.OFF);
    assertThat(ladder.rungs(stories.marketing()).stream().map(Rung::days))
        .containsExactly(45, 90, 180, 360);
    assertThat(ladder.template(rung.number(), stories.marketing()).template().subject())
        .isEqualTo("We miss you");
  }

  /** A reminder without a discount: the rung before the first discount. */
  @Test
  void aRungWithoutADiscountBeginsWithAReminderThatAsksForAnAnswer() {
    var reminder = added(60, 0);
    var words = ladder.template(reminder.number(), stories.marketing()).template();
    TemplateRules.check(words);
    assertThat(words.asksReply()).isTrue();
    assertThat(words.texts().toString()).doesNotContain("coupon", "percent");
    stories.silent("A", 60);
    live(reminder);
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/" + reminder.number(), "PLANNED 0%");
    assertThat(stories.one("select count(*) from coupon", Long.class)).isZero();
  }

  @Test
  void twoRungsCannotStandAtTheSameMomentAndNoneIsMovedPastAnother() {
    assertThatThrownBy(() -> added(90, 5)).isInstanceOf(Refused.class);
    for (int days : new int[] {90, 91, 360}) {
      assertThatThrownBy(
              () ->
                  ladder.edit(
                      2,
                      new RungEdit(days == 91 ? 89 : days, 15, 30, 0, null),
                      stories.marketing()))
          .isInstanceOf(Refused.class);
    }
    assertThat(ladder.edit(2, new RungEdit(91, 15, 30, 0, null), stories.marketing()).days())
        .isEqualTo(91);
  }

  @Test
  void aLadderHasAtMostTwelveRungs() {
    for (int nr = 1; nr <= 9; nr++) {
      added(400 + nr, 20);
    }
    assertThatThrownBy(() -> added(500, 20)).isInstanceOf(Refused.class);
    rungs.remove(1, stories.marketing());
    added(500, 20);
    assertThatThrownBy(() -> rungs.restore(1, stories.marketing())).isInstanceOf(Refused.class);
    rungs.remove(2, stories.marketing());
    rungs.restore(1, stories.marketing());
    assertThat(rungs.restore(1, stories.marketing()).retired()).isFalse();
  }

  @Test
  void aRemovedRungHoldsWhatWaitsAndReturnsWithIt() {
    stories.silent("A", 100);
    live(ladder.rung(1, stories.marketing()));
    letters.plan(clock.today());
    for (int run = 0; run < 2; run++) {
      rungs.remove(1, stories.marketing());
      assertThat(stories.letters()).containsEntry("A/1", "HELD RUNG_OFF 10%");
    }
    assertThat(ladder.rungs(stories.marketing())).hasSize(2);
    assertThat(rungs.removed(stories.marketing())).hasSize(1);
    assertThatThrownBy(() -> ladder.turn(1, Mode.LIVE, true, stories.marketing()))
        .isInstanceOf(Refused.class);
    rungs.restore(1, stories.marketing());
    live(ladder.rung(1, stories.marketing()));
    assertThat(stories.letters()).containsExactlyEntriesOf(Map.of("A/1", "PLANNED 10%"));
  }

  /** What still waits is not written with the discount of long ago. */
  @Test
  void aRungThatIsAddedAgainGivesItsNewDiscountToWhatWaits() {
    stories.silent("A", 100);
    live(ladder.rung(1, stories.marketing()));
    letters.plan(clock.today());
    rungs.remove(1, stories.marketing());
    live(added(90, 12));
    assertThat(stories.letters()).containsEntry("A/1", "PLANNED 12%");
    assertThat(stories.one("select percent from coupon where void_at is null", Integer.class))
        .isEqualTo(12);
  }

  @Test
  void aRungThatIsRemovedAndAddedAgainNeverWritesTwice() {
    var lapse = stories.silent("A", 100);
    live(ladder.rung(1, stories.marketing()));
    letters.plan(clock.today());
    sent(lapse);
    rungs.remove(1, stories.marketing());
    var again = live(added(90, 12));
    assertThat(again.number()).isOne();
    letters.plan(clock.today());
    assertThat(stories.letters()).containsExactlyEntriesOf(Map.of("A/1", "SENT 10%"));
  }

  @Test
  void neitherALowerNorAnEquallyHighNewRungWritesAfterOneThatWasSent() {
    var lapse = stories.silent("A", 200);
    live(ladder.rung(2, stories.marketing()));
    letters.plan(clock.today());
    sent(lapse);
    var lower = live(added(120, 12));
    rungs.remove(2, stories.marketing());
    stories.execute("update rung set days = 179 where number = 2");
    var equal = live(added(180, 15));
    letters.plan(clock.today());
    assertThat(stories.letters()).containsOnlyKeys("A/2");
    var higher = live(added(181, 16));
    letters.plan(clock.today());
    assertThat(stories.letters())
        .containsOnlyKeys("A/2", "A/" + higher.number())
        .doesNotContainKeys("A/" + lower.number(), "A/" + equal.number());
  }

  @Test
  void editedDaysNeverSendARungTwice() {
    var lapse = stories.silent("A", 180);
    live(ladder.rung(2, stories.marketing()));
    letters.plan(clock.today());
    sent(lapse);
    for (int days : new int[] {150, 200}) {
      terms(2, days, RungTerms.PLAIN);
      time.setDay(clock.today().plusDays(30));
      letters.plan(clock.today());
      assertThat(stories.letters()).containsOnlyKeys("A/2");
    }
  }

  /** LET-03: complaints say that it comes too early, and all who wait are silent for less. */
  @Test
  void whatWaitsForARungThatWasMovedToLaterWaitsForItsNewDay() {
    stories.silent("A", 100);
    ladder.turn(1, Mode.REVIEW, true, stories.marketing());
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "HELD REVIEW 10%");
    ladder.edit(1, new RungEdit(120, 10, 30, 0, null), stories.marketing());
    assertThat(stories.letters()).containsEntry("A/1", "HELD NOT_YET 10%");
    assertThat(letters.releaseAll(1, stories.marketing()).letters()).isZero();
    time.setDay(clock.today().plusDays(19));
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "HELD NOT_YET 10%");
    time.setDay(clock.today().plusDays(1));
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "HELD REVIEW 10%");
  }

  /** A rung that goes on wakes what it held without a judgement. */
  @Test
  void aPausedRungThatIsMovedToLaterLetsNothingLeaveTooEarlyWhenItGoesOn() {
    stories.silent("A", 100);
    live(ladder.rung(1, stories.marketing()));
    letters.plan(clock.today());
    stories.execute("update rung set paused_at = clock_timestamp() where number = 1");
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "HELD RUNG_PAUSED 10%");
    terms(1, 120, RungTerms.PLAIN);
    assertThat(stories.letters()).containsEntry("A/1", "HELD NOT_YET 10%");
    loads.resume(1, stories.marketing());
    assertThat(stories.letters()).containsEntry("A/1", "HELD NOT_YET 10%");
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "HELD NOT_YET 10%");
  }

  @Test
  void monthsGoByTheCalendar() {
    terms(1, 0, unit(RungUnit.MONTHS, "3"));
    stories.silent("A", 91);
    stories.silent("B", 92);
    live(ladder.rung(1, stories.marketing()));
    letters.plan(clock.today());
    // 92 days before 1 June 2026 is 1 March
    assertThat(clock.today()).isEqualTo("2026-06-01");
    assertThat(stories.letters()).containsOnlyKeys("B/1");
  }

  @Test
  void theOwnRhythmCountsFromThreePurchasesOnAndDaysForEverybodyElse() {
    terms(1, 90, unit(RungUnit.RHYTHM, "2.5"));
    for (var silent : Map.of("A", 24, "B", 25, "C", 89, "D", 90).entrySet()) {
      stories.silent(silent.getKey(), silent.getValue());
    }
    rhythm("A", 3, 10);
    rhythm("B", 3, 10);
    rhythm("C", 2, 10);
    rhythm("D", 2, 10);
    live(ladder.rung(1, stories.marketing()));
    letters.plan(clock.today());
    assertThat(stories.letters()).containsOnlyKeys("B/1", "D/1");
  }

  private void rhythm(String ref, int visits, int days) {
    stories.execute(
        """
        insert into customer_value (customer_id, purchases, visits, first_purchase, last_purchase,
                                    rhythm_days, revenue, value_year, currency)
        select id, %d, %d, '2026-01-01', '2026-03-01', %d, 300, 300, 'EUR' from customer where ref = '%s'
        """
            .formatted(visits, visits, days, ref));
  }

  /** A rung counted in a rhythm may be due later than one that stands behind it for others. */
  @Test
  void theHigherRungIsTheOneThatIsDueLaterForThisCustomer() {
    terms(1, 90, unit(RungUnit.RHYTHM, "5"));
    stories.silent("A", 200);
    rhythm("A", 4, 40);
    stories.turnAll(Mode.LIVE, true);
    letters.plan(clock.today());
    assertThat(stories.letters()).containsOnlyKeys("A/1");
  }

  @Test
  void aRungForSomeIsNotDueForOthersAndDoesNotBarTheLowerOne() {
    terms(
        2,
        180,
        new RungTerms(
            RungUnit.DAYS, null, "AB", List.of(), RungChannel.OPEN, null, null, null, null));
    stories.silent("A", 200);
    stories.silent("C", 200);
    stories.execute(
        """
        insert into customer_category (customer_id, abc, xyz, vip, fallen, candidate, priority_group, value)
        select id, ref, 'X', false, false, false, 1, 1 from customer where ref in ('A', 'C')
        """);
    stories.turnAll(Mode.LIVE, true);
    letters.plan(clock.today());
    assertThat(stories.letters()).containsOnlyKeys("A/2", "C/1");
    assertThat(judged(2, "C")).isEqualTo(HoldReason.FOR_OTHERS);
  }

  private @Nullable HoldReason judged(int rung, String ref) {
    var run = dryRuns.run(DryRunFilter.all(rung, null), null, 100, stories.marketing());
    return run.customers().items().stream()
        .filter(row -> row.ref().equals(ref))
        .findFirst()
        .orElseThrow()
        .because();
  }

  @Test
  void onlyMarketingBuildsTheLadder() {
    for (var other : List.of(people.manager(), people.admin())) {
      assertThatThrownBy(() -> rungs.add(new RungEdit(45, 5, 30, 0, null), other))
          .isInstanceOf(NotAllowed.class);
      assertThatThrownBy(() -> rungs.remove(1, other)).isInstanceOf(NotAllowed.class);
      assertThat(ladder.rungs(other)).hasSize(3);
    }
  }
}
