package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arithmetic of results (science.md, "Offers and experiments"; acceptance.md, "Power"). */
class LiftTest {

  /** acceptance.md, "Power of small control groups". */
  @ParameterizedTest
  @CsvSource({"189, 10, 22", "189, 50, 13", "756, 10, 11", "756, 50, 7"})
  void theLeastVisibleDifferenceIsThatOfTheTable(int customers, int control, long points) {
    assertThat(Lift.points(customers, control)).isEqualTo(points);
  }

  /** science.md, "Report": Hillstrom's two arms against no e-mail, bought. */
  @Test
  void newcombesIntervalIsThatOfHillstrom() {
    var mens = new Lift(21307, 267, 21306, 122);
    assertThat(mens.difference() * 100).isCloseTo(0.680, within(0.001));
    assertThat(mens.low() * 100).isCloseTo(0.501, within(0.001));
    assertThat(mens.high() * 100).isCloseTo(0.864, within(0.001));
    var womens = new Lift(21387, 189, 21306, 122);
    assertThat(womens.low() * 100).isCloseTo(0.150, within(0.001));
    assertThat(womens.high() * 100).isCloseTo(0.475, within(0.001));
    assertThat(womens.visible()).isTrue();
  }

  @Test
  void aSmallDifferenceIsTooEarlyAndSaysHowManyAreMissing() {
    var early = new Lift(100, 15, 100, 12);
    assertThat(early.visible()).isFalse();
    // 3 points around 12 % need 2.80² × 0.12 × 0.88 × 2 / 0.03² customers in each arm
    assertThat(early.more()).isCloseTo(2 * 1842 - 200, within(5L));
  }

  @Test
  void withoutACustomerInOneArmNothingIsCompared() {
    assertThat(new Lift(10, 2, 0, 0).comparable()).isFalse();
    assertThat(new Lift(0, 0, 10, 1).visible()).isFalse();
  }
}
