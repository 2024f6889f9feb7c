package dev.winback.category;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * How much the twelve complete months by which a customer is judged differ: the coefficient of
 * variation, that is the standard deviation of all twelve (not of a sample) over their mean.
 */
final class Variation {

  /** Doubles that differ by less decide nothing. */
  private static final double DOUBT = 1e-9;

  private final Months months;
  private final Criterion criterion;
  private final long sum;
  private final double square;

  private Variation(Months months, Criterion criterion, long sum, double squares) {
    this.months = months;
    this.criterion = criterion;
    this.sum = sum;
    square = Months.COMPLETE * squares / ((double) sum * sum) - 1;
  }

  static Variation of(Months months, Criterion criterion) {
    long sum = 0;
    double squares = 0;
    for (int month = 0; month < Months.COMPLETE; month++) {
      long value = months.judged(criterion, month);
      sum += value;
      squares += (double) value * value;
    }
    return new Variation(months, criterion, sum, squares);
  }

  /** Who brought nothing has no mean and comes by chance. */
  Xyz xyz(CategorySettings settings) {
    if (sum <= 0) {
      return Xyz.Z;
    }
    return within(settings.x()) ? Xyz.X : within(settings.y()) ? Xyz.Y : Xyz.Z;
  }

  private boolean within(BigDecimal limit) {
    double bound = limit.doubleValue() * limit.doubleValue();
    return Math.abs(square - bound) > DOUBT * (1 + bound) ? square < bound : withinExactly(limit);
  }

  /** 12 Q - S^2 <= limit^2 S^2, with Q the sum of squares and S the sum. */
  private boolean withinExactly(BigDecimal limit) {
    var squares = BigInteger.ZERO;
    for (int month = 0; month < Months.COMPLETE; month++) {
      squares = squares.add(BigInteger.valueOf(months.judged(criterion, month)).pow(2));
    }
    var whole = BigInteger.valueOf(sum).pow(2);
    var left = squares.multiply(BigInteger.valueOf(Months.COMPLETE)).subtract(whole);
    return new BigDecimal(left).compareTo(new BigDecimal(whole).multiply(limit.pow(2))) <= 0;
  }
}
