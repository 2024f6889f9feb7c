package dev.winback.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The published fits of CDNOW's first 39 weeks (Fader, Hardie, Lee 2005a and 2005b; Batislam et al.
 * 2007; science.md, "Golden fits"), by maximum likelihood: parameters within 0.1 %, log-likelihood
 * within 0.01.
 */
class GoldenFitsTest {

  private static void assertFit(CnbdFit fit, double likelihood, double... parameters) {
    var m = fit.model();
    assertThat(fit.logLikelihood()).isCloseTo(likelihood, within(0.01));
    assertThat(fit.slope()).isLessThan(1e-6);
    var found = new double[] {m.r(), m.alpha(), m.a(), m.b()};
    for (int i = 0; i < 4; i++) {
      assertThat(found[i]).isCloseTo(parameters[i], within(1e-3 * parameters[i]));
    }
  }

  private static CnbdFit fit(List<PurchaseDays> customers, DropOut dropOut) {
    var patterns = new Patterns(Cdnow.until(customers, Cdnow.CALIBRATED));
    return CnbdFit.of(patterns, dropOut, 1, LogPrior.NONE);
  }

  /** CDNOW's gaps are not regular: one stage is the most likely. */
  private static void assertOneStage(List<PurchaseDays> customers, double likelihood) {
    var patterns = new Patterns(Cdnow.until(customers, Cdnow.CALIBRATED));
    var first = CnbdFit.of(patterns, DropOut.AFTER_EVERY, 1, LogPrior.around(7, 1));
    var best = CnbdFit.withStages(first, patterns, 7);
    assertThat(best.model().k()).isEqualTo(1);
    assertThat(best.logLikelihood()).isCloseTo(likelihood, within(0.01));
  }

  @Test
  void theTenthOfCdnow() {
    var sample = Cdnow.sample();
    assertFit(fit(sample, DropOut.AFTER_REPEATS), -9582.43, 0.2426, 4.4136, 0.7929, 2.4259);
    assertFit(fit(sample, DropOut.AFTER_EVERY), -9582.14, 0.5248, 6.1831, 0.8914, 1.6140);
    // the column of MBG/CNBD-k, whose likeliest k is 1
    assertFit(fit(sample, DropOut.AFTER_EVERY), -9582.14, 0.5249, 6.1831, 0.8914, 1.6140);
    assertOneStage(sample, -9582.14);
  }

  @Test
  void allOfCdnow() {
    var master = Cdnow.master();
    assertFit(fit(master, DropOut.AFTER_REPEATS), -95368.44, 0.2516, 4.7889, 0.7234, 2.1611);
    assertFit(fit(master, DropOut.AFTER_EVERY), -95336.96, 0.6371, 7.3103, 0.8075, 1.2284);
    assertFit(fit(master, DropOut.AFTER_EVERY), -95336.96, 0.6373, 7.3110, 0.8074, 1.2279);
    assertOneStage(master, -95336.96);
  }
}
