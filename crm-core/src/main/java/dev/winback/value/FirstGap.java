package dev.winback.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long one-time buyers took to come back. Half of them never do, so a quantile of all would be
 * "never": these are quantiles among those who come back within the time that was seen, F(t) /
 * F(max). Nine of ten who ever order again have done so by {@code days(0.10)}.
 *
 * @param customers who bought, once or more often
 * @param returned those of them who came back
 * @param share F(max): the part that comes back at all
 * @param percents the day by which 1 %, 2 % … 99 % of them were back
 */
record FirstGap(int customers, int returned, double share, List<Integer> percents) {

  private static final int ENOUGH = 30;
  private static final double ROUNDING = 1e-12;

  /** Empty when too few came back to speak of a tenth of them. */
  static Optional<FirstGap> of(KaplanMeier seen) {
    var curve = seen.curve();
    if (seen.returned() < ENOUGH || curve.isEmpty()) {
      return Optional.empty();
    }
    double share = curve.get(curve.size() - 1);
    var percents = new ArrayList<Integer>();
    int day = 0;
    for (int percent = 1; percent < 100; percent++) {
      while (curve.get(day) < share * percent / 100 - ROUNDING) {
        day++;
      }
      percents.add(day);
    }
    return Optional.of(
        new FirstGap(seen.customers(), seen.returned(), share, List.copyOf(percents)));
  }

  /** Days after which only a share q of those who come back at all is still to come. */
  int days(double q) {
    int percent = (int) Math.ceil(100 * (1 - q) - 1e-9);
    return percents.get(Math.max(1, Math.min(99, percent)) - 1);
  }
}
