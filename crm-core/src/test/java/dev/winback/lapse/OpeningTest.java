package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** rules.md "opening"; DET-06, DET-08, DET-21, DET-22; I1: at most one open lapse. */
class OpeningTest extends LapseStories {

  @ParameterizedTest
  @CsvSource({"89, ", "90, LATE", "179, LATE", "180, LOST", "359, LOST", "360, LOST", "400, LOST"})
  void aLapseOpensAtTheSilenceClasses(int silent, String stage) {
    var customer = stories.aCustomer().silentFor(silent).save();
    night();
    assertThat(stages(customer))
        .isEqualTo(stage == null ? java.util.List.of() : java.util.List.of(stage));
  }

  @Test
  void whoIsLateAgainstHisOwnRhythmOpensEarlier() {
    var customer = stories.aCustomer().buyingEvery(10).times(4).silentFor(15).save();
    night();
    assertThat(stages(customer)).isEmpty();
    passDays(1);
    night();
    assertThat(stages(customer)).containsExactly("LATE");
    assertThat(day(customer, "silent_since")).isEqualTo(today.minusDays(16));
  }

  @Test
  void aLateLapseMovesToLostOnItsDay() {
    var customer = stories.aCustomer().silentFor(179).save();
    night();
    passDays(1);
    night();
    assertThat(stages(customer)).containsExactly("LOST");
    assertThat(day(customer, "lost_on")).isEqualTo(today);
  }

  @Test
  void whoNeverBoughtOrOnlyCancelledHasNoLapse() {
    var prospect = stories.aCustomer().neverBought().save();
    var cancelled = stories.aCustomer().silentFor(200).save();
    jdbc.sql("update purchase set status = 'cancelled'").update();
    night();
    assertThat(stages(prospect)).isEmpty();
    assertThat(stages(cancelled)).isEmpty();
  }

  @Test
  void aGiftOfAmountZeroBreaksTheSilenceAndIsNoMoney() {
    var customer = stories.aCustomer().silentFor(100).save();
    stories.purchase(customer, today.minusDays(5), "0.00");
    night();
    assertThat(stages(customer)).isEmpty();
    assertThat(jdbc.sql("select revenue from customer_value").query(String.class).single())
        .isEqualTo("100.00");
  }

  @Test
  void anExitStaysClosedUntilANewPurchaseAndANewSilence() {
    var customer = stories.aCustomer().silentFor(200).save();
    night();
    decisions.decide(lapse(customer), Decision.NOT_WORTH, "pays late", null, manager);
    passDays(200);
    night();
    assertThat(stages(customer)).containsExactly("NOT_WANTED");
    buys(customer, today);
    passDays(90);
    night();
    assertThat(stages(customer)).containsExactly("NOT_WANTED", "LATE");
    assertThat(field(customer, "number")).isEqualTo(2);
  }

  @Test
  void theLostAreNotOpenedForTheDeadAndTheUnwanted() {
    var customer = stories.aCustomer().silentFor(200).status("deceased").save();
    night();
    assertThat(stages(customer)).isEmpty();
  }

  @Test
  void theOwnerLostHimElseTheMemberOfTheLastPurchaseElseNobodyKnows() {
    var ann = stories.rep("ann");
    var bob = stories.rep("bob");
    var owned = stories.aCustomer().silentFor(100).ownedBy(ann).soldBy(bob).save();
    var sold = stories.aCustomer().silentFor(100).soldBy(bob).save();
    var none = stories.aCustomer().silentFor(100).save();
    night();
    assertThat(field(owned, "lost_by")).isEqualTo(ann.member());
    assertThat(field(sold, "lost_by")).isEqualTo(bob.member());
    assertThat(field(none, "lost_by")).isNull();
  }

  @Test
  void whoTookOverLessThanTwoGapsAgoInheritedTheLoss() {
    var ann = stories.rep("ann");
    var fresh =
        stories
            .aCustomer()
            .buyingEvery(30)
            .times(5)
            .silentFor(50)
            .ownedBy(ann, today.minusDays(59));
    var settled =
        stories
            .aCustomer()
            .buyingEvery(30)
            .times(5)
            .silentFor(50)
            .ownedBy(ann, today.minusDays(60));
    var first = fresh.save();
    var second = settled.save();
    night();
    assertThat(field(first, "inherited")).isEqualTo(true);
    assertThat(field(second, "inherited")).isEqualTo(false);
  }
}
