package dev.winback.web.report;

import dev.winback.report.LossBand;
import dev.winback.report.LossBands;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The bands of the loss rate as a drawing that is 600 units wide. */
record Thermometer(LossBand band, double from, double width) {

  private static final double UNITS = 600;

  /** The last band is a tenth wide at least, and a sixth of the drawing as shipped. */
  private static final double LAST = 0.1;

  static List<Thermometer> bands(LossBands bands) {
    return Arrays.stream(LossBand.values()).map(band -> of(band, bands)).toList();
  }

  private static Thermometer of(LossBand band, LossBands bands) {
    var all = LossBand.values();
    double from = at(bands.from(band), bands);
    double until =
        band.ordinal() + 1 < all.length ? at(bands.from(all[band.ordinal() + 1]), bands) : UNITS;
    return new Thermometer(band, from, until - from);
  }

  /** Where a rate stands; whatever is beyond the end stands at the end. */
  static double at(double rate, LossBands bands) {
    double end = bands.from(LossBand.STRATEGY) + LAST;
    return UNITS * Math.min(rate, end) / end;
  }

  /** The left edge of a mark of this width: at the end it stands before it, or nobody sees it. */
  static double mark(double rate, double width, LossBands bands) {
    return Math.min(at(rate, bands), UNITS - width);
  }

  /** Name of its colour and of its text. */
  public String name() {
    return band.name().toLowerCase(Locale.ROOT);
  }
}
