package dev.winback.value;

import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * The chance of a cell of customers who are treated alike, learned without a regression
 * (science.md, "Beta-Binomial variant"): the base rate {@code mu} counts like {@code kappa}
 * outcomes.
 */
public record BetaBinomial(double kappa, double mu, long outcomes, long successes) {

  public BetaBinomial {
    if (!(kappa > 0 && mu > 0 && mu < 1) || successes < 0 || successes > outcomes) {
      throw new IllegalArgumentException(
          "no cell: %s, %s, %d of %d".formatted(kappa, mu, successes, outcomes));
    }
  }

  /** (kappa mu + s) / (kappa + n). */
  public double mean() {
    return (kappa * mu + successes) / (kappa + outcomes);
  }

  /** From the 5 % to the 95 % quantile. */
  public Posterior.Range range() {
    var beta =
        new BetaDistribution(kappa * mu + successes, kappa * (1 - mu) + outcomes - successes);
    return new Posterior.Range(
        beta.inverseCumulativeProbability(0.05), beta.inverseCumulativeProbability(0.95));
  }

  /** How much of it was learned, from 0 to 1. */
  public double learned() {
    return outcomes / (kappa + outcomes);
  }
}
