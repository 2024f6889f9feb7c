package dev.winback.value;

import org.hipparchus.special.Beta;

/**
 * Expected purchases of a living customer under the (M)BG/CNBD-k, the exact sums of science.md (5):
 * the n-th further purchase needs the customer to stay n - 1 times and k·n - j stages to pass, if j
 * of them have passed in the silence so far.
 */
final class ErlangSum {

  private static final int TERMS = 200_000;
  private static final double NOTHING = 1e-13;

  private ErlangSum() {}

  static double expected(Cnbd model, Buying buying, double weeks) {
    double z = weeks / (model.alpha() + buying.age() + weeks);
    double s = model.shape(buying.repeats());
    double stays = model.stays(buying.repeats());
    var passed = passed(model, buying, s);
    double kept = 1;
    double sum = 0;
    for (int n = 1; n < TERMS; n++) {
      double term = kept * arrives(model.k() * n, passed, z, s);
      sum += term;
      if (term <= NOTHING * sum) {
        break;
      }
      kept *= (stays + n - 1) / (model.a() + stays + n - 1);
    }
    return sum;
  }

  /** w_j: the chances that j stages of the next gap have passed already. */
  private static double[] passed(Cnbd model, Buying buying, double s) {
    double share = buying.silence() / (model.alpha() + buying.age());
    double sum = Erlang.of(model.k(), s, share).value();
    var chances = new double[model.k()];
    chances[0] = 1 / sum;
    for (int j = 1; j < chances.length; j++) {
      chances[j] = chances[j - 1] * (s + j - 1) / j * share;
    }
    return chances;
  }

  private static double arrives(int stages, double[] passed, double z, double s) {
    double chance = 0;
    for (int j = 0; j < passed.length; j++) {
      chance += passed[j] * Beta.regularizedBeta(z, stages - j, s + j);
    }
    return chance;
  }
}
