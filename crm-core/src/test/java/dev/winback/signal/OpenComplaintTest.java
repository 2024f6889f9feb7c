package dev.winback.signal;

import static dev.winback.signal.AHistory.DAY;
import static dev.winback.signal.AHistory.aHistory;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** DET-18: a complaint that is open or was badly answered. */
class OpenComplaintTest {

  private static final int NEVER = -10_000;

  private static Evidence seen(AHistory history) {
    return history.seen(SignalKind.COMPLAINT);
  }

  @Test
  void itIsOpenUntilTheDayOnWhichItWasResolved() {
    assertThat(seen(aHistory().buys(50).complains(9, 2, true, NEVER)).figures())
        .containsEntry("state", "open")
        .containsEntry("severity", 2);
    assertThat(seen(aHistory().buys(50).complains(9, 2, true, 0))).isNull();
    assertThat(seen(aHistory().buys(50).complains(9, 2, true, -1))).isNotNull();
  }

  @Test
  void aBadAnswerHurtsUntilHeBuysAgain() {
    var evidence = seen(aHistory().buys(50).complains(9, 0, false, 5));
    assertThat(evidence.figures()).isEqualTo(java.util.Map.of("state", "unsatisfied"));
    assertThat(evidence.since()).isEqualTo(DAY.minusDays(9));
    assertThat(seen(aHistory().buys(50, 3).complains(9, 0, false, 5))).isNull();
  }

  @Test
  void theWorstOneSpeaks() {
    var evidence =
        seen(aHistory().buys(50).complains(9, 4, true, NEVER).complains(3, 1, true, NEVER));
    assertThat(evidence.since()).isEqualTo(DAY.minusDays(9));
  }

  @Test
  void itIsForgottenAfterItsDays() {
    assertThat(seen(aHistory().buys(500).complains(365, 2, true, NEVER))).isNotNull();
    assertThat(seen(aHistory().buys(500).complains(366, 2, true, NEVER))).isNull();
  }
}
