package dev.winback.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The four offers of Kumar's study (MEA-07, MEA-14): 45 % came back by a discount, 41 % by an
 * upgrade, 47 % by both, 45 % by the offer that fits the reason; 40,000 offers, taken as 10,000 of
 * each because the split is not told. The source itself calls them an order, not a level.
 */
class KumarTest {

  private static final double DISCOUNT = 0.45;
  private static final double UPGRADE = 0.41;
  private static final double BOTH = 0.47;
  private static final double MATCHED = 0.45;
  private static final List<Double> ARMS = List.of(DISCOUNT, UPGRADE, BOTH, MATCHED);

  /** Days of the study, offers of each arm a day. */
  private static final int DAYS = 100;

  private static final int A_DAY = 100;

  /** As this program looks at every experiment: it ends at some 330 of each arm. */
  @Test
  void noOfferWinsWhereADifferenceOfTwelveToTwentyPercentWouldBeSeen() {
    for (var one : ARMS) {
      for (var other : ARMS) {
        assertThat(Experiment.of(days(one, other)).verdict())
            .as("%s against %s", one, other)
            .isEqualTo(Verdict.NOT_SHOWN);
      }
    }
  }

  /** Sized for two points, which takes nearly all of the study. */
  @ParameterizedTest(name = "{0} against {1}: {2}")
  @CsvSource({
    "0.47, 0.45, WORKS, 4",
    "0.45, 0.47, HARMS, 4",
    "0.45, 0.45, NOT_SHOWN, 4",
    "0.47, 0.41, WORKS, 2",
    "0.45, 0.41, WORKS, 2",
    "0.41, 0.45, HARMS, 2"
  })
  void atTheSizeOfTheStudyTwoPointsAreJustSeen(
      double one, double other, Verdict verdict, int look) {
    var finding = Experiment.of(days(one, other), DISCOUNT, BOTH);
    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.look()).isEqualTo(look);
    assertThat(finding.more()).isZero();
  }

  @Test
  void aTenthOfTheStudyIsTooEarlyForTwoPointsAndSaysHowManyMore() {
    var finding = Experiment.of(days(BOTH, DISCOUNT).subList(0, DAYS / 10), DISCOUNT, BOTH);
    assertThat(finding.verdict()).isEqualTo(Verdict.TOO_EARLY);
    assertThat(finding.difference()).isNull();
    // a quarter of what Power asks for, less the 2,000 that are there
    assertThat(finding.more())
        .isEqualTo((long) Math.ceil(Power.perArm(DISCOUNT, BOTH) / 2.0) - 2L * DAYS / 10 * A_DAY);
  }

  /** Returned of the first n are the whole part of n times the rate, whatever the day. */
  private static List<Step> days(double one, double other) {
    return IntStream.range(0, DAYS)
        .mapToObj(
            day ->
                new Step(
                    LocalDate.of(2015, 1, 1).plusDays(day), share(one, day), share(other, day)))
        .toList();
  }

  private static Share share(double rate, int day) {
    return new Share(Math.round(rate * A_DAY * (day + 1)) - Math.round(rate * A_DAY * day), A_DAY);
  }
}
