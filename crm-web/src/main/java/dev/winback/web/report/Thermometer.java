package dev.winback.web.report;

import dev.winback.report.LossBand;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The bands of the loss rate as a drawing that is 600 units wide and ends at 60 %. */
record Thermometer(LossBand band, double from, double width) {

  private static final double UNITS = 600;
  private static final double END = 0.6;

  static final List<Thermometer> BANDS =
      Arrays.stream(LossBand.values()).map(Thermometer::of).toList();

  private static Thermometer of(LossBand band) {
    var all = LossBand.values();
    double until = band.ordinal() + 1 < all.length ? all[band.ordinal() + 1].from() : END;
    return new Thermometer(band, at(band.from()), at(until) - at(band.from()));
  }

  /** Where a rate stands; whatever is beyond the end stands at the end. */
  static double at(double rate) {
    return UNITS * Math.min(rate, END) / END;
  }

  /** Name of its colour and of its text. */
  public String name() {
    return band.name().toLowerCase(Locale.ROOT);
  }
}
