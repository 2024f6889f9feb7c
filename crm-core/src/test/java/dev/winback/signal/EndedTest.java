package dev.winback.signal;

import static dev.winback.signal.AHistory.DAY;
import static dev.winback.signal.AHistory.aHistory;
import static dev.winback.signal.Happening.Kind.ENDED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** DET-14: he says himself that he ends it. */
class EndedTest {

  @Test
  void heIsLostFromTheDayOnWhichHeSaidSo() {
    var evidence = aHistory().buys(20).happen(ENDED, 0, 4).seen(SignalKind.ENDED);
    assertThat(evidence.since()).isEqualTo(DAY.minusDays(4));
    assertThat(evidence.lostFrom()).isEqualTo(DAY.minusDays(4));
  }

  @Test
  void aLaterPurchaseTakesItBack() {
    assertThat(aHistory().happen(ENDED, 0, 4).buys(3).seen(SignalKind.ENDED)).isNull();
  }

  @Test
  void whoNeverBoughtEndsNothing() {
    assertThat(aHistory().happen(ENDED, 0, 4).seen(SignalKind.ENDED)).isNull();
  }
}
