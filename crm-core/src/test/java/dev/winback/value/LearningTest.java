package dev.winback.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;

/** Science.md, "Learning": outcomes draw priors to what the firm sees (DEC-13, DEC-14). */
class LearningTest {

  private static final List<Prior> WIDE = List.of(new Prior("intercept", 0, 100));

  private static double[][] ones(int outcomes) {
    var rows = new double[outcomes][];
    for (int i = 0; i < outcomes; i++) {
      rows[i] = new double[] {1};
    }
    return rows;
  }

  private static boolean[] came(int outcomes, int successes) {
    var came = new boolean[outcomes];
    for (int i = 0; i < successes; i++) {
      came[i] = true;
    }
    return came;
  }

  /** 30 of 100: ln(0.3 / 0.7), variance 1 / (100 · 0.3 · 0.7). */
  @Test
  void withoutAPriorTheChanceIsTheShare() {
    var learned = LogisticRegression.learn(WIDE, ones(100), came(100, 30));
    assertThat(learned.coefficient(0)).isCloseTo(Math.log(0.3 / 0.7), within(1e-4));
    assertThat(learned.sd(0)).isCloseTo(1 / Math.sqrt(21), within(1e-4));
    double eta = Math.log(0.3 / 0.7);
    double predictive = 1 / (1 + Math.exp(-eta / Math.sqrt(1 + Math.PI / 21 / 8)));
    assertThat(learned.chance(new double[] {1})).isCloseTo(predictive, within(1e-4));
    assertThat(learned.outcomes()).isEqualTo(100);
  }

  /** By hand: the mode solves s - n p = (beta - mean) / sd². */
  @Test
  void thePriorHoldsAgainstFewOutcomes() {
    var priors = List.of(new Prior("intercept", -1, 0.5));
    var learned = LogisticRegression.learn(priors, ones(4), came(4, 4));
    double beta = learned.coefficient(0);
    double p = 1 / (1 + Math.exp(-beta));
    assertThat(4 - 4 * p).isCloseTo((beta + 1) / 0.25, within(1e-8));
    assertThat(learned.sd(0)).isCloseTo(1 / Math.sqrt(4 * p * (1 - p) + 4), within(1e-9));
    assertThat(learned.learned(0)).isBetween(0.0, 0.3);
  }

  @Test
  void withoutOutcomesThePriorIsAllThereIs() {
    var priors = WinBackPriors.table(true);
    var learned = LogisticRegression.learn(priors, new double[0][], new boolean[0]);
    for (int k = 0; k < priors.size(); k++) {
      assertThat(learned.coefficient(k)).isEqualTo(priors.get(k).mean());
      assertThat(learned.sd(k)).isCloseTo(priors.get(k).sd(), within(1e-12));
      assertThat(learned.learned(k)).isCloseTo(0, within(1e-12));
    }
    assertThat(learned.outcomes()).isZero();
  }

  /** Every outcome the same: a plain regression runs away, this one does not. */
  @Test
  void separatedOutcomesDoNotRunAway() {
    var priors = List.of(new Prior("intercept", 0, 1), new Prior("slope", 0, 1));
    var rows = new double[40][];
    var came = new boolean[40];
    for (int i = 0; i < 40; i++) {
      rows[i] = new double[] {1, i < 20 ? -3 : 3};
      came[i] = i >= 20;
    }
    var learned = LogisticRegression.learn(priors, rows, came);
    assertThat(learned.coefficient(1)).isBetween(0.5, 2.0);
    assertThat(learned.chance(new double[] {1, 3})).isBetween(0.9, 1.0);
  }

  @Test
  void manyOutcomesFindWhatWasPutIn() {
    var random = new RandomDataGenerator(4);
    var truth = new double[] {-1.2, 0.8, -0.5};
    var rows = new double[5_000][];
    var came = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {1, random.nextNormal(0, 1), random.nextNormal(0, 1)};
      double eta = LogisticRegression.dot(rows[i], truth);
      came[i] = random.nextUniform(0, 1) < 1 / (1 + Math.exp(-eta));
    }
    var priors =
        List.of(new Prior("c", 0, 0.5), new Prior("up", 0, 0.2), new Prior("down", 0, 0.2));
    var learned = LogisticRegression.learn(priors, rows, came);
    for (int k = 0; k < 3; k++) {
      assertThat(learned.coefficient(k)).isCloseTo(truth[k], within(4 * learned.sd(k)));
      assertThat(learned.learned(k)).isGreaterThan(0.9);
    }
  }

  @Test
  void aChanceIsExplainedByWhatSetsTheCustomerApart() {
    var learned =
        LogisticRegression.learn(WinBackPriors.table(true), new double[0][], new boolean[0]);
    // referred others: yes and no, where a fifth of customers did
    int referred = WinBackPriors.table(true).indexOf(new Prior("referred-others", 0.5, 0.4));
    assertThat(learned.contribution(referred, 1, 0.2)).isCloseTo(0.5 * 0.8, within(1e-12));
    assertThat(learned.contribution(referred, 0, 0.2)).isCloseTo(-0.5 * 0.2, within(1e-12));
  }

  @Test
  void theRangeOfAChanceIsThatOfItsLogOdds() {
    var learned = LogisticRegression.learn(WIDE, ones(100), came(100, 30));
    var range = learned.range(new double[] {1});
    double wide = 1.6448536 / Math.sqrt(21);
    double eta = Math.log(0.3 / 0.7);
    assertThat(range.low()).isCloseTo(1 / (1 + Math.exp(-(eta - wide))), within(1e-4));
    assertThat(range.high()).isCloseTo(1 / (1 + Math.exp(-(eta + wide))), within(1e-4));
  }

  @Test
  void wrongShapesAreRefused() {
    assertThatThrownBy(
            () -> LogisticRegression.learn(WIDE, new double[][] {{1, 2}}, new boolean[1]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LogisticRegression.learn(WIDE, ones(2), new boolean[1]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Prior("flat", 0, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  /** DEC-13: price leavers return sooner than service leavers, both reasons are futile. */
  @Test
  void thePriorsPointWhereTheStudyPoints() {
    var by = new java.util.HashMap<String, Double>();
    WinBackPriors.table(true).forEach(p -> by.put(p.feature(), p.mean()));
    assertThat(by.get("price")).isGreaterThan(by.get("service"));
    assertThat(by.get("price-and-service")).isLessThan(by.get("service"));
    assertThat(by.get("complaint-resolved")).isGreaterThan(by.get("no-complaint"));
    assertThat(by.get("no-complaint")).isGreaterThan(by.get("complaint-unresolved"));
    assertThat(by.get("referred-others")).isPositive();
    assertThat(by.get("severity-above-1")).isNegative();
    assertThat(by.get("silence-doubled")).isZero();
    assertThat(WinBackPriors.table(false))
        .contains(
            new Prior("silence-doubled", -0.35, 0.3), new Prior("purchases-doubled", 0.3, 0.3));
  }
}
