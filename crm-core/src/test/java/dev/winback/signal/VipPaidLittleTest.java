package dev.winback.signal;

import static dev.winback.signal.AHistory.aHistory;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.category.VipStanding;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** DET-15: a VIP who "paid so little this month", against his own average. */
class VipPaidLittleTest {

  private static Evidence seen(AVip vip) {
    return seen(vip.standing());
  }

  private static Evidence seen(VipStanding standing) {
    return aHistory().buys(200, 10).with(standing).seen(SignalKind.VIP_PAID_LITTLE);
  }

  @Test
  void lessThanHalfOfTheOwnMonthlyAverageIsLittle() {
    var evidence = seen(AVip.paid(500, 5, 49));
    assertThat(evidence.since()).isEqualTo(LocalDate.of(2026, 6, 1));
    assertThat(evidence.lostFrom()).as("no loss by itself").isNull();
    assertThat(evidence.figures())
        .containsEntry("month", "2026-05")
        .containsEntry("amount", "49.00")
        .containsEntry("norm", "100.00")
        .containsEntry("currency", "EUR");
  }

  @Test
  void exactlyHalfIsNotLittle() {
    assertThat(seen(AVip.paid(500, 5, 50))).isNull();
  }

  @Test
  void nothingAtAllIsLittle() {
    assertThat(seen(AVip.paid(500, 5, 0))).isNotNull();
  }

  @Test
  void whoPaidNothingInOneOfTheMonthsBeforeHasNoMonthlyAverage() {
    assertThat(seen(AVip.paid(500, 4, 0))).isNull();
    assertThat(seen(AVip.paid(500, 5, 0))).isNotNull();
  }

  @Test
  void aListOfThreeMonthsWantsAPaymentInBothBefore() {
    assertThat(seen(AVip.paid(200, 1, 0).standing(3))).isNull();
    assertThat(seen(AVip.paid(200, 2, 49).standing(3)).figures()).containsEntry("norm", "100.00");
  }

  @Test
  void aListOfOneMonthHasNoMonthsToCompareWith() {
    assertThat(seen(AVip.paid(0, 0, 10).standing(1))).isNull();
  }

  @Test
  void whoIsNoVipIsNotAskedFor() {
    assertThat(seen(AVip.paid(500, 5, 0).fallen())).isNull();
    assertThat(seen((VipStanding) null)).isNull();
  }

  @Test
  void theShareAndTheMonthsAreSettings() {
    var less = aHistory().with(TestLimits.with("vipShare", 49));
    assertThat(less.with(AVip.paid(500, 5, 49).standing()).seen(SignalKind.VIP_PAID_LITTLE))
        .isNull();
    var rare = aHistory().with(TestLimits.with("vipMonths", 1));
    assertThat(rare.with(AVip.paid(500, 1, 49).standing()).seen(SignalKind.VIP_PAID_LITTLE))
        .isNotNull();
  }
}
