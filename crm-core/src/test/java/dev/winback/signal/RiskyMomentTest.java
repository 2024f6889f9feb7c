package dev.winback.signal;

import static dev.winback.signal.AHistory.DAY;
import static dev.winback.signal.AHistory.aHistory;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DET-17: days on which customers like to leave, told or by the end of a welcome discount. */
class RiskyMomentTest {

  private static Evidence seen(AHistory history) {
    return history.seen(SignalKind.RISKY_MOMENT);
  }

  @ParameterizedTest
  @CsvSource({"8, false", "7, true", "0, true", "-7, true", "-8, false"})
  void itIsNearFromAWeekBeforeUntilAWeekAfter(int ahead, boolean near) {
    var moment = new Traits.Moment(DAY.plusDays(ahead), "End of contract");
    var evidence = seen(aHistory().buys(50).with(Traits.NONE.and(moment)));
    assertThat(evidence != null).isEqualTo(near);
    if (near) {
      assertThat(evidence.since()).isEqualTo(DAY.plusDays(ahead - 7));
      assertThat(evidence.figures()).containsEntry("title", "End of contract");
    }
  }

  @Test
  void whoBoughtFromThatDayOnHasStayed() {
    var moment = Traits.NONE.and(new Traits.Moment(DAY.minusDays(3), "End of contract"));
    assertThat(seen(aHistory().buys(50, 3).with(moment))).isNull();
    assertThat(seen(aHistory().buys(50, 4).with(moment))).isNotNull();
  }

  @Test
  void theEndOfAWelcomeDiscountIsSoManyDaysAfterTheFirstPurchase() {
    var limits = TestLimits.with("welcomeDays", 90);
    assertThat(seen(aHistory().buys(90, 40).with(limits)).figures())
        .containsEntry("day", DAY.toString())
        .containsEntry("title", "");
    assertThat(seen(aHistory().buys(90, 40))).isNull();
  }
}
