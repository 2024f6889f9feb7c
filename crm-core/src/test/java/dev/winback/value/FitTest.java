package dev.winback.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fits find what was put in, say how many stages a gap has, and are rescued by the prior. */
class FitTest {

  private static Patterns patterns(Cnbd truth, int customers, long seed) {
    return patterns(SimulatedFirm.of(customers, truth, seed));
  }

  private static Patterns patterns(List<PurchaseDays> customers) {
    return new Patterns(Cdnow.until(customers, SimulatedFirm.END));
  }

  /** Twice the difference is chi-squared with 4 degrees: above 18 once in a thousand firms. */
  @Test
  void whatWasPutInIsAboutAsLikelyAsWhatIsFound() {
    var truth = new Cnbd(DropOut.AFTER_EVERY, 1, 0.8, 25, 0.8, 2);
    var data = patterns(truth, 20_000, 1);
    var fit = CnbdFit.of(data, DropOut.AFTER_EVERY, 1, LogPrior.NONE);
    double put = new CnbdLikelihood(data, DropOut.AFTER_EVERY, 1).logLikelihood(truth);
    assertThat(fit.logLikelihood() - put).isBetween(0.0, 9.0);
    assertThat(fit.model().r() / fit.model().alpha()).isCloseTo(0.8 / 25, within(0.003));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void theLikelihoodTellsHowRegularTheGapsAre(int k) {
    var truth = new Cnbd(DropOut.AFTER_EVERY, k, 1, 6.0 / k, 0.5, 3);
    var data = patterns(truth, 3_000, k);
    var first = CnbdFit.of(data, DropOut.AFTER_EVERY, 1, LogPrior.around(6, 1));
    assertThat(CnbdFit.withStages(first, data, 6).model().k()).isEqualTo(k);
  }

  /** Science.md, "What a Java implementation must handle", 8: nobody leaves, and it is noticed. */
  @Test
  void aFitWhereNobodyLeavesIsCalledSo() {
    var faithful = new Cnbd(DropOut.AFTER_EVERY, 1, 1.2, 6, 0.01, 50);
    var data = patterns(faithful, 4_000, 3);
    var fit = CnbdFit.of(data, DropOut.AFTER_EVERY, 1, LogPrior.around(6, 1));
    assertThat(fit.model().leaves()).isLessThan(0.01);
    assertThat(Gate.doubts(fit, null)).contains(Doubt.NO_DROP_OUT);
  }

  /**
   * The same: at 25 customers a fit without a prior is degenerate as often as not, none with it.
   */
  @Test
  void thePriorSavesSmallFirms() {
    var sample = Cdnow.sample();
    int without = 0;
    int with = 0;
    for (int i = 0; i < 16; i++) {
      var few = sample.subList(i * 25, (i + 1) * 25);
      var data = new Patterns(Cdnow.until(few, Cdnow.CALIBRATED));
      without += degenerate(CnbdFit.of(data, DropOut.AFTER_EVERY, 1, LogPrior.NONE));
      with += degenerate(CnbdFit.of(data, DropOut.AFTER_EVERY, 1, LogPrior.around(7, 1)));
    }
    assertThat(without).isGreaterThan(5);
    assertThat(with).isZero();
  }

  private static int degenerate(CnbdFit fit) {
    return fit.atEdge() || fit.model().leaves() < 0.01 ? 1 : 0;
  }

  @Test
  void atThousandsThePriorCostsNothing() {
    var truth = new Cnbd(DropOut.AFTER_EVERY, 1, 0.8, 6, 0.8, 2);
    var data = patterns(truth, 3_000, 5);
    var free = CnbdFit.of(data, DropOut.AFTER_EVERY, 1, LogPrior.NONE);
    var drawn = CnbdFit.of(data, DropOut.AFTER_EVERY, 1, LogPrior.around(7, 1));
    assertThat(free.logLikelihood() - drawn.logLikelihood()).isBetween(0.0, 0.5);
  }

  @Test
  void whereItBeginsDoesNotMatter() {
    var truth = new Cnbd(DropOut.AFTER_EVERY, 1, 0.8, 6, 0.8, 2);
    var data = patterns(truth, 1_000, 6);
    var prior = LogPrior.around(6, 1);
    var fit = CnbdFit.of(data, DropOut.AFTER_EVERY, 1, prior).model();
    var far = new Cnbd(DropOut.AFTER_EVERY, 1, 50, 0.01, 30, 0.02);
    assertThat(CnbdFit.near(far, data, prior).model().r()).isCloseTo(fit.r(), within(1e-4));
    assertThat(CnbdFit.near(fit, data, prior).model().b()).isCloseTo(fit.b(), within(1e-4));
  }

  /** Customers who are alike are counted once; the likelihood is the same. */
  @Test
  void patternsAreCountedOnce() {
    var one = patterns(new Cnbd(DropOut.AFTER_EVERY, 2, 0.8, 6, 0.8, 2), 300, 7);
    var twice =
        patterns(
            IntStream.range(0, 2)
                .boxed()
                .flatMap(
                    i ->
                        SimulatedFirm.of(300, new Cnbd(DropOut.AFTER_EVERY, 2, 0.8, 6, 0.8, 2), 7)
                            .stream())
                .toList());
    var model = new Cnbd(DropOut.AFTER_EVERY, 2, 1, 5, 1, 2);
    assertThat(twice.size).isEqualTo(one.size);
    double once = new CnbdLikelihood(one, DropOut.AFTER_EVERY, 2).logLikelihood(model);
    assertThat(new CnbdLikelihood(twice, DropOut.AFTER_EVERY, 2).logLikelihood(model))
        .isCloseTo(2 * once, within(1e-8));
  }
}
