package dev.winback.signal;

import static dev.winback.signal.AHistory.DAY;
import static dev.winback.signal.AHistory.aHistory;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** DET-02, golden "sign 1": three calendar months without a request, and no purchase in between. */
class NoRequestsTest {

  private static int ago(LocalDate day) {
    return (int) (DAY.toEpochDay() - day.toEpochDay());
  }

  @Test
  void threeCalendarMonthsAfterTheLastRequestIsTheSign() {
    var asked = aHistory().buys(200).asks(ago(LocalDate.of(2026, 3, 1)));
    var evidence = asked.seen(SignalKind.NO_REQUESTS);
    assertThat(evidence.since()).isEqualTo(DAY);
    assertThat(evidence.lostFrom()).as("a reason to watch").isNull();
    assertThat(evidence.figures()).containsEntry("lastRequest", "2026-03-01");
  }

  @Test
  void aDayLessIsNone() {
    assertThat(
            aHistory().buys(200).asks(ago(LocalDate.of(2026, 3, 2))).seen(SignalKind.NO_REQUESTS))
        .isNull();
  }

  @Test
  void theNewestRequestCounts() {
    assertThat(aHistory().buys(300).asks(200, 150, 20).seen(SignalKind.NO_REQUESTS)).isNull();
  }

  @Test
  void withAPurchaseInBetweenItIsNotThisSign() {
    assertThat(aHistory().asks(150).buys(149).seen(SignalKind.NO_REQUESTS)).isNull();
  }

  @Test
  void whoNeverAskedHasNotStoppedAsking() {
    assertThat(aHistory().buys(300).seen(SignalKind.NO_REQUESTS)).isNull();
  }

  @Test
  void whoNeverBoughtIsNotLost() {
    assertThat(aHistory().asks(300).seen(SignalKind.NO_REQUESTS)).isNull();
  }

  @Test
  void theMonthsAreASetting() {
    var limits = TestLimits.with("requestMonths", 6);
    assertThat(aHistory().buys(300).asks(150).with(limits).seen(SignalKind.NO_REQUESTS)).isNull();
    assertThat(aHistory().buys(300).asks(200).with(limits).seen(SignalKind.NO_REQUESTS))
        .isNotNull();
  }
}
