package dev.winback.value;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The customers as they were known on a day, with the model that would have been fitted on it.
 *
 * @param came who bought in the 13 weeks after it
 */
record Cut(
    List<Buying> buyings, double medianGap, Cnbd ranking, double[][] features, boolean[] came) {

  /** Fewer customers with a repeat make no model (science.md, "In twelve lines", 8). */
  static final int FEWEST = 30;

  private static final double USUAL_GAP = 4;

  /** Null when too few had a repeat by then. */
  static @Nullable Cut at(LocalDate day, List<PurchaseDays> customers, Cnbd near) {
    var known = known(day, customers);
    var buyings = known.stream().map(c -> c.until(day)).toList();
    if (repeaters(buyings) < FEWEST) {
      return null;
    }
    double gap = medianGap(buyings);
    var ranking = CnbdFit.near(near, new Patterns(buyings), LogPrior.around(gap, 1)).model();
    var end = day.plusWeeks(Chance.WEEKS);
    var came = new boolean[known.size()];
    var features = new double[known.size()][];
    for (int i = 0; i < came.length; i++) {
      came[i] = known.get(i).boughtBetween(day, end);
      double active = ranking.active(buyings.get(i), Chance.WEEKS);
      features[i] = Calibration.features(buyings.get(i), active, gap);
    }
    return new Cut(buyings, gap, ranking, features, came);
  }

  static List<PurchaseDays> known(LocalDate day, List<PurchaseDays> customers) {
    return customers.stream().filter(c -> c.boughtBy(day)).toList();
  }

  static long repeaters(List<Buying> buyings) {
    return buyings.stream().filter(b -> b.repeats() > 0).count();
  }

  /** Weeks: the middle one of the mean gaps of all who have one. */
  static double medianGap(List<Buying> buyings) {
    var gaps =
        buyings.stream()
            .filter(b -> b.repeats() > 0)
            .map(b -> b.recency() / b.repeats())
            .sorted(Comparator.naturalOrder())
            .toList();
    return gaps.isEmpty() ? USUAL_GAP : gaps.get(gaps.size() / 2);
  }

  double baseRate() {
    return Accuracy.rate(came);
  }

  /** The chances that this calibration gives to the customers of the cut. */
  double[] chances(Calibration calibration) {
    var chances = new double[features.length];
    for (int i = 0; i < chances.length; i++) {
      chances[i] = calibration.chance(features[i]);
    }
    return chances;
  }

  /** The bare P(active) of the customers. */
  double[] active() {
    return buyings.stream().mapToDouble(b -> ranking.active(b, Chance.WEEKS)).toArray();
  }
}
