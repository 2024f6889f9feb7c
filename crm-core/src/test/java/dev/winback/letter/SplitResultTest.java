package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * MEA-06; days.md, Monday 12: what the dearer of two discounts brings more, and what it gives away
 * more.
 */
class SplitResultTest {

  private static final LocalDate BEGUN = LocalDate.of(2026, 1, 1);
  private static final LocalDate TODAY = BEGUN.plusDays(73);
  private static final RungSplit SPLIT = new RungSplit(2, 15, 10, BEGUN, null);

  private static RungPercent gave(int percent, long returned, long of, String given) {
    return new RungPercent(
        2, percent, BEGUN, TODAY, 500, 60, 40, of, returned, new BigDecimal(given));
  }

  private static SplitResult result(RungPercent... percents) {
    return SplitResult.of(SPLIT, List.of(percents), TODAY);
  }

  /** The example of Newcombe 1998: 56 of 70 against 48 of 80 is 0.2, between 0.0524 and 0.3339. */
  @Test
  void theDifferenceHasNewcombesInterval() {
    var result = result(gave(10, 48, 80, "0"), gave(15, 56, 70, "0"));
    assertThat(result.points()).isCloseTo(20, within(1e-9));
    assertThat(result.difference().low()).isCloseTo(0.0524, within(5e-5));
    assertThat(result.difference().high()).isCloseTo(0.3339, within(5e-5));
  }

  @Test
  void before30LettersOfEachHalfItSaysNothing() {
    assertThat(result(gave(10, 5, 29, "0"), gave(15, 5, 100, "0")).tells()).isFalse();
    assertThat(result(gave(10, 5, 100, "0"), gave(15, 5, 29, "0")).tells()).isFalse();
    assertThat(result(gave(10, 5, 30, "0"), gave(15, 5, 30, "0")).tells()).isTrue();
    assertThat(result().tells()).isFalse();
  }

  /**
   * 300 given by half of the letters in 73 days, a third of it above 10 %: twice, five times a
   * year.
   */
  @Test
  void theSavingIsWhatTheDearerHalfGivesAboveTheCheaperOneForAllAndAYear() {
    assertThat(result(gave(10, 5, 30, "180"), gave(15, 5, 30, "300")).savingAYear())
        .isEqualByComparingTo("1000");
  }

  @Test
  void ofAComparisonThatHasEndedItsOwnDaysCount() {
    var ended = new RungSplit(2, 15, 10, BEGUN, BEGUN.plusDays(73));
    var percents = List.of(gave(10, 5, 30, "180"), gave(15, 5, 30, "300"));
    assertThat(SplitResult.of(ended, percents, TODAY.plusDays(500)).savingAYear())
        .isEqualByComparingTo("1000");
  }
}
