package dev.winback.experiment;

import org.hipparchus.random.RandomDataGenerator;

/**
 * How likely it is that what was done brought more than it cost (science.md, "Offers and
 * experiments" 3): the posteriors of both shares, each Beta with Jeffreys' half a return before the
 * first, drawn 4,000 times and taken by the margin of a return.
 */
public final class Paid {

  private static final int DRAWS = 4_000;

  /** Of Jeffreys: as little as can be said before anything is known. */
  private static final double HALF = 0.5;

  /** Any number, and always the same, so that a page says the same at each look. */
  private static final long SEED = 1998;

  private Paid() {}

  /**
   * From 0 to 1; {@code margin} of one return and {@code cost} of all treated in one currency. What
   * a return is worth is taken as known, so a few large orders make it look surer than it is.
   */
  public static double chance(Share treated, Share kept, double margin, double cost) {
    var random = new RandomDataGenerator(SEED);
    int paid = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double above = drawn(treated, random) - drawn(kept, random);
      if (above * treated.of() * margin > cost) {
        paid++;
      }
    }
    return (double) paid / DRAWS;
  }

  private static double drawn(Share share, RandomDataGenerator random) {
    return random.nextBeta(share.returned() + HALF, share.of() - share.returned() + HALF);
  }
}
