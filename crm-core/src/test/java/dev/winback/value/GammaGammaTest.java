package dev.winback.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winback.value.Buying.Spend;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Science.md (8): the published fits, and what follows from them. */
class GammaGammaTest {

  private static final GammaGamma CDNOW = new GammaGamma(6.2496, 3.7442, 15.4435);

  private static void assertFit(
      List<PurchaseDays> customers, double p, double q, double v, double likelihood) {
    var spends = Cdnow.until(customers, Cdnow.CALIBRATED).stream().map(Buying::spend).toList();
    var fit = SpendModel.of(spends, List.of()).orElseThrow();
    assertThat(fit.logLikelihood()).isCloseTo(likelihood, within(0.01));
    assertThat(fit.model().p()).isCloseTo(p, within(p * 1e-3));
    assertThat(fit.model().q()).isCloseTo(q, within(q * 1e-3));
    assertThat(fit.model().v()).isCloseTo(v, within(v * 1e-3));
  }

  /** Golden: Fader, Hardie, Lee 2005b (6.25, 3.74, 15.44; -4055.92). */
  @Test
  void thePublishedFitsAreFound() {
    assertFit(Cdnow.sample(), 6.2496, 3.7442, 15.4435, -4055.92);
    assertFit(Cdnow.master(), 6.2754, 3.6245, 14.9837, -40763.48);
  }

  @Test
  void theGradientIsThatOfTheLikelihood() {
    var likelihood =
        new GammaGammaLikelihood(
            List.of(new Spend(1, 20, 5), new Spend(7, 90, 5), new Spend(1, 3, 5)));
    var point = new double[] {0.3, 0.8, -0.4};
    var gradient = new double[3];
    likelihood.at(point, gradient);
    for (int i = 0; i < 3; i++) {
      double slope =
          (moved(likelihood, point, i, 1e-6) - moved(likelihood, point, i, -1e-6)) / 2e-6;
      assertThat(gradient[i]).isCloseTo(slope, within(1e-6));
    }
  }

  private static double moved(GammaGammaLikelihood likelihood, double[] point, int i, double step) {
    var there = point.clone();
    there[i] += step;
    return likelihood.at(there, new double[3]);
  }

  @Test
  void theExpectationIsDrawnFromTheMeanOfAllToTheOwn() {
    assertThat(CDNOW.mean()).isCloseTo(6.2496 * 15.4435 / 2.7442, within(1e-9));
    assertThat(CDNOW.expected(Spend.NONE)).isCloseTo(CDNOW.mean(), within(1e-9));
    double once = CDNOW.expected(new Spend(1, 100, 0));
    double often = CDNOW.expected(new Spend(20, 100, 0));
    assertThat(once).isBetween(CDNOW.mean(), often);
    assertThat(often).isBetween(once, 100.0);
    double weight = 6.2496 / (6.2496 + 3.7442 - 1);
    assertThat(once).isCloseTo(weight * 100 + (1 - weight) * CDNOW.mean(), within(1e-9));
  }

  @Test
  void theMeanStaysPositiveWhateverTheAmounts() {
    var wild = IntStream.range(0, 60).mapToObj(i -> new Spend(1, i % 2 == 0 ? 1 : 1e6, 1)).toList();
    var same = IntStream.range(0, 60).mapToObj(i -> new Spend(1 + i % 3, 50, 1)).toList();
    assertThat(SpendModel.of(wild, List.of()).orElseThrow().model().mean()).isPositive();
    var certain = SpendModel.of(same, List.of()).orElseThrow();
    assertThat(certain.expected(new Spend(2, 50, 50))).isCloseTo(50, within(0.5));
    assertThat(certain.correlation()).isZero();
  }

  @Test
  void belowThirtyCustomersWithRepeatsMoneyIsNotModelled() {
    var spends = IntStream.range(0, 30).mapToObj(i -> new Spend(1 + i % 3, 20 + i, 9)).toList();
    assertThat(SpendModel.of(spends, List.of())).isPresent();
    assertThat(SpendModel.of(spends.subList(0, 29), List.of())).isEmpty();
  }

  /** Science.md, "Pitfalls": one-time buyers by their first order, from 200 second orders on. */
  @Test
  void oneTimeBuyersAreExpectedToSpendLikeThoseWhoBeganLikeThem() {
    var pairs =
        IntStream.range(0, 200).mapToObj(i -> new SecondOrders.Pair(i, i < 100 ? 10 : 80)).toList();
    assertThat(SecondOrders.of(pairs.subList(0, 199))).isEmpty();
    var seconds = SecondOrders.of(pairs).orElseThrow();
    assertThat(seconds.expected(0)).isEqualTo(10);
    assertThat(seconds.expected(39)).isEqualTo(10);
    assertThat(seconds.expected(100)).isEqualTo(45);
    assertThat(seconds.expected(5_000)).isEqualTo(80);
  }
}
