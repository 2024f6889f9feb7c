package dev.winback.signal;

import static dev.winback.signal.AHistory.DAY;
import static dev.winback.signal.AHistory.aHistory;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DET-06, DET-07: classes of silence; the golden numbers at their boundaries. */
class SilentTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "89, 0", "90, 90", "179, 90", "180, 180", "359, 180", "360, 360", "400, 360"})
  void theClassOfSilenceIsTheLargestLimitReached(int silent, int expected) {
    var evidence = aHistory().buys(silent).seen(SignalKind.SILENT);
    if (expected == 0) {
      assertThat(evidence).isNull();
    } else {
      assertThat(evidence.figures()).isEqualTo(Map.of("class", expected));
      assertThat(evidence.since()).isEqualTo(DAY.minusDays(silent).plusDays(expected));
      assertThat(evidence.lostFrom()).isEqualTo(DAY.minusDays(silent).plusDays(180));
    }
  }

  @ParameterizedTest
  @CsvSource({"44, ", "45, 45", "89, 45", "90, 90", "180, 180"})
  void theClassesAreASetting(int silent, Integer expected) {
    var limits = TestLimits.with(Map.of("classes", List.of(45, 90, 180), "lostClass", 90));
    var evidence = aHistory().buys(silent).with(limits).seen(SignalKind.SILENT);
    if (expected == null) {
      assertThat(evidence).isNull();
    } else {
      assertThat(evidence.figures()).containsEntry("class", expected);
      assertThat(evidence.lostFrom()).isEqualTo(DAY.minusDays(silent).plusDays(90));
    }
  }

  @Test
  void aRuleThatIsSwitchedOffSeesNothing() {
    var limits = TestLimits.with("off", List.of("silent"));
    assertThat(aHistory().buys(400).with(limits).seen(SignalKind.SILENT)).isNull();
  }
}
