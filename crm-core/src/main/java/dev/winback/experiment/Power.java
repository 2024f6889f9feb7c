package dev.winback.experiment;

/**
 * How many it takes to see a difference, at 80 % power and 5 % two-sided (science.md, "Sizes"): the
 * normal approximation of two shares.
 */
public final class Power {

  /** Quantiles of 97.5 % and of 80 %. */
  private static final double ALPHA = 1.959964;

  private static final double BETA = 0.841621;

  /** Share that returns where nothing better is known: the published one by letter (LET-30). */
  public static final double USUAL = 0.12;

  private Power() {}

  /**
   * Heads in each of two equal groups, so that one share is told from the other; shares from 0 to
   * 1.
   */
  public static long perArm(double share, double other) {
    double mean = (share + other) / 2;
    double spread =
        ALPHA * Math.sqrt(2 * mean * (1 - mean))
            + BETA * Math.sqrt(share * (1 - share) + other * (1 - other));
    return (long) Math.ceil(Math.pow(spread / (other - share), 2));
  }

  /**
   * The smallest difference to a base share that so many treated and control would show; 1 without
   * both.
   */
  public static double visible(double base, long treated, long control) {
    if (treated == 0 || control == 0) {
      return 1;
    }
    double spread = base * (1 - base) * (1.0 / treated + 1.0 / control);
    return Math.min(1, (ALPHA + BETA) * Math.sqrt(spread));
  }
}
