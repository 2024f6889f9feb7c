package dev.winback.web.layout;

import dev.winback.worth.Increment;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of a comparison with those kept back: heads and returns of both groups, the
 * verdict, the difference in points of a hundred, margin and cost in the firm's currency and ROMI
 * in percent, each with its interval, and the chance in percent that it paid; empty before the
 * first look.
 */
public final class ComparisonCells {

  private ComparisonCells() {}

  public static @Nullable Object[] of(Increment shown) {
    var finding = shown.finding();
    var difference = finding.difference();
    boolean both = shown.comparable();
    return new @Nullable Object[] {
      shown.treated().of(),
      shown.treated().returned(),
      shown.kept().of(),
      shown.kept().returned(),
      both ? finding.verdict().name().toLowerCase(Locale.ROOT) : null,
      both ? finding.look() : null,
      both ? finding.more() : null,
      difference == null ? null : points(finding.above()),
      difference == null ? null : points(difference.low()),
      difference == null ? null : points(difference.high()),
      shown.margin(),
      shown.low(),
      shown.high(),
      finding.look() == 0 ? null : shown.cost(),
      shown.romi(),
      shown.romiLow(),
      shown.romiHigh(),
      percent(shown.paid())
    };
  }

  private static @Nullable Long percent(@Nullable Double chance) {
    return chance == null ? null : Math.round(chance * 100);
  }

  private static double points(double share) {
    return Math.round(share * 1000) / 10.0;
  }
}
