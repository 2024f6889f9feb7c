package dev.winback.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Golden figures of science.md: Hillstrom's e-mail test, sizes of groups, power of small controls.
 */
class SharesTest {

  private static final double Z95 = 1.959964;

  /** 1.253 % of 21,307 and 0.573 % of 21,306 bought. */
  @ParameterizedTest
  @CsvSource({"267,21307,0.501,0.864", "189,21387,0.150,0.475"})
  void theIntervalOfHillstromIsNewcombes(long bought, long of, double low, double high) {
    var interval = new Share(bought, of).above(new Share(122, 21306), Z95);

    assertThat(100 * interval.low()).isCloseTo(low, within(0.001));
    assertThat(100 * interval.high()).isCloseTo(high, within(0.001));
  }

  @ParameterizedTest
  @CsvSource({
    "0.05,0.10,435",
    "0.10,0.15,686",
    "0.10,0.20,199",
    "0.15,0.20,906",
    "0.20,0.25,1094",
    "0.20,0.30,294",
    "0.25,0.40,152",
    "0.12,0.20,329"
  })
  void theSizeOfAGroupIsThatOfTheTable(double base, double other, long each) {
    assertThat(Power.perArm(base, other)).isCloseTo(each, within(1L));
  }

  /** acceptance.md, "Power of small control groups". */
  @ParameterizedTest
  @CsvSource({"170,19,22", "95,94,13", "680,76,11", "378,378,7"})
  void aSmallControlGroupSeesOnlyALargeDifference(long treated, long control, long points) {
    assertThat(Math.round(100 * Power.visible(0.12, treated, control))).isEqualTo(points);
  }

  @Test
  void nothingIsKnownOfNobody() {
    assertThat(Share.NONE.above(new Share(1, 2), Z95)).isEqualTo(new Interval(-1, 1));
    assertThat(Share.NONE.wilson(Z95)).isEqualTo(new Interval(0, 1));
    assertThat(Power.visible(0.12, 0, 10)).isEqualTo(1);
  }

  @Test
  void moreThanAllCannotReturn() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Share(3, 2));
  }

  /** 0, 0, 30 against 0, 0, 6: means 10 and 2, variances 300 and 12. */
  @Test
  void moneyAHeadIsComparedByWelch() {
    var interval = new Amounts(3, 30, 900).above(new Amounts(3, 6, 36), 1);

    assertThat(interval.low()).isCloseTo(8 - Math.sqrt(104), within(1e-9));
    assertThat(interval.high()).isCloseTo(8 + Math.sqrt(104), within(1e-9));
    assertThat(Amounts.NONE.above(new Amounts(5, 10, 30), 2).above()).isFalse();
  }
}
