package dev.winback.signal;

import static dev.winback.signal.AHistory.DAY;
import static dev.winback.signal.AHistory.aHistory;
import static dev.winback.signal.Happening.Kind.ASKED_BY_LETTER;
import static dev.winback.signal.Happening.Kind.HEARD;
import static dev.winback.signal.Happening.Kind.MISSED_CALL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** DET-04: letters and agreed calls without an answer; they count only if we kept the rules. */
class UnresponsiveTest {

  private static Evidence seen(AHistory history) {
    return history.seen(SignalKind.UNRESPONSIVE);
  }

  @Test
  void threeInARowAreTheSign() {
    var history =
        aHistory().buys(200).happen(ASKED_BY_LETTER, 0, 60, 40).happen(MISSED_CALL, 0, 20);
    assertThat(seen(history).figures()).containsEntry("letters", 2L).containsEntry("calls", 1L);
    assertThat(seen(history).since()).isEqualTo(DAY.minusDays(20));
    assertThat(seen(history).lostFrom()).isNull();
  }

  @Test
  void twoAreNot() {
    assertThat(seen(aHistory().buys(200).happen(MISSED_CALL, 0, 40, 20))).isNull();
  }

  @Test
  void aLetterHasItsDaysToBeAnswered() {
    var calls = aHistory().buys(200).happen(MISSED_CALL, 0, 40, 20);
    assertThat(seen(calls.happen(ASKED_BY_LETTER, 0, 6))).isNull();
    var late = aHistory().buys(200).happen(MISSED_CALL, 0, 40, 20).happen(ASKED_BY_LETTER, 0, 7);
    assertThat(seen(late).since()).isEqualTo(DAY);
  }

  @Test
  void aWordFromHimBeginsTheCountAnew() {
    var history = aHistory().buys(200).happen(MISSED_CALL, 0, 60, 50).happen(HEARD, 0, 40);
    assertThat(seen(history.happen(MISSED_CALL, 0, 30))).isNull();
    assertThat(seen(history.happen(MISSED_CALL, 0, 20, 10))).isNotNull();
  }

  @Test
  void soDoARequestAndAPurchase() {
    assertThat(
            seen(
                aHistory()
                    .buys(200)
                    .happen(MISSED_CALL, 0, 60, 50)
                    .asks(40)
                    .happen(MISSED_CALL, 0, 30)))
        .isNull();
    assertThat(seen(aHistory().happen(MISSED_CALL, 0, 60, 50).buys(40).happen(MISSED_CALL, 0, 30)))
        .isNull();
  }
}
