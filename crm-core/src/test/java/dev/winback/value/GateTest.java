package dev.winback.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.value.BackTest.Score;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Science.md, "Calibration layer": which models are not to be believed, each limit at its edge. */
class GateTest {

  private static final Score NOBODY = new Score(0, 0, 0, 0, 0, 0, 0);

  private static CnbdFit leaving(double a, double b) {
    return new CnbdFit(new Cnbd(DropOut.AFTER_EVERY, 1, 1, 1, a, b), -1, 0, false);
  }

  private static BackTest test(double before, double rate, double constant, double loss) {
    var all = new Score(100, rate, constant, loss, loss, 0.7, 0.7);
    return new BackTest(before, all, NOBODY, List.of());
  }

  private static List<Doubt> doubts(double before, double rate, double constant, double loss) {
    return Gate.doubts(leaving(1, 3), test(before, rate, constant, loss));
  }

  @Test
  void aModelThatBeatsTheConstantIsTrusted() {
    assertThat(doubts(0.2, 0.2, 0.50, 0.40)).isEmpty();
    assertThat(doubts(0.2, 0.2, 0.50, 0.50)).as("not worse").isEmpty();
    assertThat(doubts(0.2, 0.2, 0.50, 0.5001)).containsExactly(Doubt.WORSE_THAN_BASE_RATE);
  }

  @Test
  void fewerThanOneInAHundredMustLeave() {
    var fine = test(0.2, 0.2, 0.5, 0.4);
    assertThat(Gate.doubts(leaving(0.01, 0.99), fine)).isEmpty();
    assertThat(Gate.doubts(leaving(0.0099, 0.9901), fine)).containsExactly(Doubt.NO_DROP_OUT);
    assertThat(Gate.doubts(leaving(2, 683), fine)).containsExactly(Doubt.NO_DROP_OUT);
  }

  @Test
  void theBaseRateMayChangeByHalf() {
    assertThat(doubts(0.2, 0.3, 0.5, 0.4)).isEmpty();
    assertThat(doubts(0.2, 0.301, 0.5, 0.4)).containsExactly(Doubt.SEASON);
    assertThat(doubts(0.3, 0.2, 0.5, 0.4)).isEmpty();
    assertThat(doubts(0.301, 0.2, 0.5, 0.4)).containsExactly(Doubt.SEASON);
    assertThat(doubts(0.0, 0.1, 0.5, 0.4)).containsExactly(Doubt.SEASON);
  }

  @Test
  void whatCannotBeTestedAndWhatEndedAtTheEdgeIsDoubted() {
    assertThat(Gate.doubts(leaving(1, 3), null)).containsExactly(Doubt.NOT_TESTED);
    var edge = new CnbdFit(leaving(1, 3).model(), -1, 0, true);
    assertThat(Gate.doubts(edge, test(0.2, 0.2, 0.5, 0.4))).containsExactly(Doubt.AT_EDGE);
  }

  /** science.md, "What a Java implementation must handle", 3. */
  @Test
  void aFitThatHasNotSettledIsDoubted() {
    var fine = test(0.2, 0.2, 0.5, 0.4);
    assertThat(Gate.doubts(new CnbdFit(leaving(1, 3).model(), -1, 1e-4, false), fine)).isEmpty();
    assertThat(Gate.doubts(new CnbdFit(leaving(1, 3).model(), -1, 1.1e-4, false), fine))
        .containsExactly(Doubt.NOT_SETTLED);
  }

  @Test
  void allReasonsAreTold() {
    assertThat(Gate.doubts(leaving(0.001, 1), test(0.1, 0.4, 0.5, 0.6)))
        .containsExactly(Doubt.NO_DROP_OUT, Doubt.WORSE_THAN_BASE_RATE, Doubt.SEASON);
  }
}
