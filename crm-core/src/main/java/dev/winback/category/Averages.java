package dev.winback.category;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a VIP brings in a month of the list on average (DEC-08); money in the firm's currency, with
 * {@code value} by the criterion, in cents where it is money.
 */
public record Averages(
    BigDecimal paid, BigDecimal used, BigDecimal purchases, BigDecimal units, long value) {

  static final Averages NONE =
      new Averages(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0);

  /** Adds VIPs up. */
  static final class Sums {

    private final CategorySettings settings;
    private long vips;
    private long paid;
    private long used;
    private long purchases;
    private long units;
    private long value;

    Sums(CategorySettings settings) {
      this.settings = settings;
    }

    void see(Months vip) {
      vips++;
      paid += sum(vip, Criterion.AMOUNT);
      used += sum(vip, Criterion.RENDERED);
      purchases += sum(vip, Criterion.PURCHASES);
      units += sum(vip, Criterion.UNITS);
      value += sum(vip, settings.criterion());
    }

    private long sum(Months vip, Criterion criterion) {
      return vip.months(criterion, settings.firstMonth(), Months.COMPLETE - 1);
    }

    Averages averages() {
      return vips == 0
          ? NONE
          : new Averages(
              each(paid, 2), each(used, 2), each(purchases, 0), each(units, 0), whole(value));
    }

    private BigDecimal each(long sum, int scale) {
      return BigDecimal.valueOf(sum, scale)
          .divide(BigDecimal.valueOf(vips * settings.months()), 2, RoundingMode.HALF_UP);
    }

    private long whole(long sum) {
      return BigDecimal.valueOf(sum)
          .divide(BigDecimal.valueOf(vips * settings.months()), 0, RoundingMode.HALF_UP)
          .longValueExact();
    }
  }
}
