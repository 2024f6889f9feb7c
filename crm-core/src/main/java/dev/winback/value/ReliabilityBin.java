package dev.winback.value;

import java.util.List;

/**
 * A group of customers of about the same chance: what the model promised on average and the share
 * that came.
 */
public record ReliabilityBin(int customers, double promised, double came) {

  /** Ten groups of equal size, the lowest chances first; fewer where there are fewer chances. */
  public static List<ReliabilityBin> of(double[] chances, boolean[] came) {
    return Accuracy.bins(chances, came);
  }
}
