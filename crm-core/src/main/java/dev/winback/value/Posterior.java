package dev.winback.value;

import java.util.List;

/**
 * What a {@link LogisticRegression} knows after its outcomes: coefficients with their covariance,
 * and what follows from them for one customer.
 */
public final class Posterior {

  /** The normal quantile of 95 %. */
  private static final double WIDE = 1.6448536269514722;

  private final List<Prior> priors;
  private final double[] coefficients;
  private final double[][] covariance;
  private final int outcomes;

  Posterior(List<Prior> priors, double[] coefficients, double[][] covariance, int outcomes) {
    this.priors = List.copyOf(priors);
    this.coefficients = coefficients;
    this.covariance = covariance;
    this.outcomes = outcomes;
  }

  /** What a chance lies between, with 90 % certainty. */
  public record Range(double low, double high) {}

  /** "Learned from N outcomes". */
  public int outcomes() {
    return outcomes;
  }

  public double coefficient(int k) {
    return coefficients[k];
  }

  public double sd(int k) {
    return Math.sqrt(covariance[k][k]);
  }

  /**
   * How much of a coefficient was learned, from 0 to 1: 1 - var_posterior / var_prior; the rest is
   * still prior.
   */
  public double learned(int k) {
    double sd = priors.get(k).sd();
    return 1 - covariance[k][k] / (sd * sd);
  }

  /** The log-odds without their uncertainty. */
  public double logOdds(double[] features) {
    return LogisticRegression.dot(features, coefficients);
  }

  /** The predictive chance, MacKay 1992: sigmoid(eta / sqrt(1 + pi var / 8)). */
  public double chance(double[] features) {
    return LogisticRegression.chance(
        logOdds(features) / Math.sqrt(1 + Math.PI * variance(features) / 8));
  }

  /** From 5 to 95 % of the log-odds. */
  public Range range(double[] features) {
    double eta = logOdds(features);
    double wide = WIDE * Math.sqrt(variance(features));
    return new Range(LogisticRegression.chance(eta - wide), LogisticRegression.chance(eta + wide));
  }

  private double variance(double[] features) {
    double sum = 0;
    for (int k = 0; k < features.length; k++) {
      sum += features[k] * LogisticRegression.dot(covariance[k], features);
    }
    return sum;
  }

  /**
   * What a feature does to the log-odds against a customer with the mean of it: beta (f - mean).
   */
  public double contribution(int k, double feature, double mean) {
    return coefficients[k] * (feature - mean);
  }
}
