package dev.winback.value;

import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A fitted (M)BG/CNBD-k: its parameters, the log-likelihood without the prior, and how the search
 * ended.
 *
 * @param slope the gradient of a customer that was left; under 1e-4 the fit is taken (science.md,
 *     "What a Java implementation must handle", 3)
 * @param atEdge a parameter lies at the edge of what is allowed: the fit is degenerate
 */
record CnbdFit(Cnbd model, double logLikelihood, double slope, boolean atEdge) {

  private static final int MOST_STAGES = 4;
  private static final double MOST_SLOPE = 1e-4;

  boolean settled() {
    return slope <= MOST_SLOPE;
  }

  /** A fit that dates may rest on. */
  private boolean sound() {
    return settled() && !atEdge;
  }

  /** The best of the starts of CLVTools and BTYDplus, one of the data's own scale, one of CDNOW. */
  static CnbdFit of(Patterns data, DropOut dropOut, int k, LogPrior prior) {
    return best(data, dropOut, k, prior, starts(data, k));
  }

  /** Begun at a model that is near, and at one that is not. */
  static CnbdFit near(Cnbd known, Patterns data, LogPrior prior) {
    return best(
        data,
        known.dropOut(),
        known.k(),
        prior,
        Stream.of(logs(known), start(known.k(), 1, 3, 1, 3)));
  }

  /** k by likelihood: as long as one more stage raises it in a fit that is sound, up to 4. */
  static CnbdFit withStages(CnbdFit first, Patterns data, double medianGap) {
    var found = first;
    for (int k = 2; k <= MOST_STAGES; k++) {
      var m = first.model();
      var next =
          near(
              new Cnbd(m.dropOut(), k, m.r(), m.alpha() / k, m.a(), m.b()),
              data,
              LogPrior.around(medianGap, k));
      if (!next.sound() || next.logLikelihood() <= found.logLikelihood()) {
        return found;
      }
      found = next;
    }
    return found;
  }

  private static CnbdFit best(
      Patterns data, DropOut dropOut, int k, LogPrior prior, Stream<double[]> starts) {
    var likelihood = new CnbdLikelihood(data, dropOut, k);
    Bfgs.Objective posterior =
        (logs, gradient) ->
            likelihood.at(logs, gradient) + prior.penalty(logs, gradient, data.customers);
    var found =
        starts
            .map(start -> Bfgs.minimum(posterior, start))
            .min(Comparator.comparingDouble(Bfgs.Minimum::value))
            .orElseThrow();
    var model = likelihood.model(found.point());
    return new CnbdFit(model, likelihood.logLikelihood(model), found.slope(), found.atEdge());
  }

  private static Stream<double[]> starts(Patterns data, int k) {
    double medianAge = data.medianAge();
    return Stream.of(
        start(k, 1, 3, 1, 3),
        start(k, 0.5, Math.max(medianAge, 1) / 4, 0.7, 2.5),
        start(k, 0.25, 5, 0.5, 1));
  }

  private static double[] start(int k, double r, double alpha, double a, double b) {
    return logs(new Cnbd(DropOut.AFTER_EVERY, k, r, alpha / k, a, b));
  }

  private static double[] logs(Cnbd m) {
    return new double[] {Math.log(m.r()), Math.log(m.alpha()), Math.log(m.a()), Math.log(m.b())};
  }
}
