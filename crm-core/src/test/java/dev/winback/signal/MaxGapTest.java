package dev.winback.signal;

import static dev.winback.signal.AHistory.DAY;
import static dev.winback.signal.AHistory.aHistory;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DET-09: the longest time in which such a customer must order; golden: 45 in time, 46 a call. */
class MaxGapTest {

  @ParameterizedTest
  @CsvSource({"44, false", "45, false", "46, true", "300, true"})
  void whenTheTimeHasPassedSomebodyAsksWhy(int silent, boolean passed) {
    var evidence =
        aHistory().buys(silent).with(TestLimits.with("maxGap", 45)).seen(SignalKind.MAX_GAP);
    assertThat(evidence != null).isEqualTo(passed);
    if (passed) {
      assertThat(evidence.since()).isEqualTo(DAY.minusDays(silent).plusDays(46));
      assertThat(evidence.lostFrom()).isEqualTo(DAY.minusDays(silent).plusDays(180));
      assertThat(evidence.figures()).containsEntry("limit", 45);
    }
  }

  @Test
  void withoutASettingThereIsNoSuchRule() {
    assertThat(aHistory().buys(300).seen()).doesNotContainKey(SignalKind.MAX_GAP);
  }
}
