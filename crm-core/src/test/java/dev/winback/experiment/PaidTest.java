package dev.winback.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The chance that it paid (science.md, "Offers and experiments" 3). */
class PaidTest {

  private static final Share NONE_OF_100 = new Share(0, 100);

  /** Hillstrom's men: +0.68 points, far outside chance; 10.00 of margin each, 0.05 a head. */
  @Test
  void aCleanEffectOnManyPaidForSure() {
    assertThat(Paid.chance(new Share(267, 21307), new Share(122, 21306), 10, 0.05 * 21307))
        .isBetween(0.95, 1.0);
  }

  /** What it brought is 0.68 points of 21,307 at 10.00: 1,449; at that cost the coin is fair. */
  @Test
  void itIsAnEvenBetWhereItCostWhatItBrought() {
    double brought = 21307 * (267 / 21307.0 - 122 / 21306.0) * 10;
    assertThat(Paid.chance(new Share(267, 21307), new Share(122, 21306), 10, brought))
        .isCloseTo(0.5, within(0.03));
  }

  /** Two equal shares: either may be the better one. */
  @Test
  void nothingShownIsAnEvenBetWithoutCost() {
    assertThat(Paid.chance(new Share(20, 100), new Share(20, 100), 50, 0))
        .isCloseTo(0.5, within(0.03));
  }

  /** The difference of two normal posteriors: 0.1 above with sd 0.0524 and 0.02 of cost a head. */
  @Test
  void itIsThePartOfThePosteriorAboveTheCost() {
    assertThat(Paid.chance(new Share(30, 100), new Share(20, 100), 1, 2))
        .isCloseTo(0.90, within(0.02));
  }

  @Test
  void whoNeverReturnsNeverPays() {
    assertThat(Paid.chance(NONE_OF_100, NONE_OF_100, 50, 1000)).isLessThan(0.01);
  }

  /** The same figures give the same answer on each look. */
  @Test
  void theDrawsAreTheSameEachTime() {
    assertThat(Paid.chance(new Share(3, 20), new Share(1, 10), 50, 20))
        .isEqualTo(Paid.chance(new Share(3, 20), new Share(1, 10), 50, 20));
  }
}
