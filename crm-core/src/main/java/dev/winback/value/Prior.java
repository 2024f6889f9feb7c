package dev.winback.value;

/**
 * What is thought of one coefficient of a {@link LogisticRegression} before any outcome: its mean
 * and standard deviation in log-odds per unit of the feature.
 */
public record Prior(String feature, double mean, double sd) {

  public Prior {
    if (!(sd > 0)) {
      throw new IllegalArgumentException("the prior of " + feature + " needs a width");
    }
  }
}
