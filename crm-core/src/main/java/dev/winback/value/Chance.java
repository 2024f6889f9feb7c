package dev.winback.value;

import org.jspecify.annotations.Nullable;

/**
 * The chance that a customer buys within 13 weeks if nothing is done, and where it comes from.
 *
 * @param baseRate the share that bought in the last 13 weeks
 */
record Chance(ChanceSource source, @Nullable Calibration calibration, double baseRate) {

  /** H: half a season, and enough for most gaps. */
  static final int WEEKS = 13;

  double of(Buying buying, Cnbd ranking, double medianGap) {
    if (source == ChanceSource.BASE_RATE) {
      return baseRate;
    }
    double active = ranking.active(buying, WEEKS);
    return calibration == null
        ? active
        : calibration.chance(Calibration.features(buying, active, medianGap));
  }
}
