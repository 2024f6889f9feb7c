package dev.winback.category;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.ToLongFunction;

/** The values above zero of all customers, from which the places of those in front are found. */
final class Order {

  /** Shares are percent with two decimals. */
  static final int WHOLE = 10_000;

  private final ToLongFunction<Months> value;
  private long[] values = new long[1024];
  private int count;
  private long sum;

  Order(ToLongFunction<Months> value) {
    this.value = value;
  }

  void see(Months months) {
    long seen = value.applyAsLong(months);
    if (seen > 0) {
      if (count == values.length) {
        values = Arrays.copyOf(values, count + count / 2);
      }
      values[count++] = seen;
      sum += seen;
    }
  }

  Order sorted() {
    Arrays.sort(values, 0, count);
    return this;
  }

  long value(Months months) {
    return value.applyAsLong(months);
  }

  int count() {
    return count;
  }

  long sum() {
    return sum;
  }

  /**
   * How many are in front with a share of the sum: the customer who crosses the limit still is, so
   * that whoever brings most of all is never behind it.
   */
  int ofSum(int share) {
    var limit =
        BigInteger.valueOf(sum)
            .multiply(BigInteger.valueOf(share))
            .add(BigInteger.valueOf(WHOLE - 1))
            .divide(BigInteger.valueOf(WHOLE))
            .longValueExact();
    int places = 0;
    for (long before = 0; places < count && before < limit; places++) {
      before += values[count - 1 - places];
    }
    return places;
  }

  /** A share of their number, rounded half up, at least one (acceptance.md, decision 14). */
  static int ofNumber(int count, int share) {
    long places = ((long) count * share + WHOLE / 2) / WHOLE;
    return (int) Math.min(count, Math.max(1, places));
  }

  /** The value of the customer in this place. */
  long at(int place) {
    return values[count - place];
  }

  /** How many up to this place have the same value as the customer in it. */
  int equalUpTo(int place) {
    int equal = 1;
    while (equal < place && at(place - equal) == at(place)) {
      equal++;
    }
    return equal;
  }

  boolean goesOnEqual(int place) {
    return place < count && at(place + 1) == at(place);
  }
}
