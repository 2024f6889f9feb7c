package dev.winback.category;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** By what customers are compared (DEC-06); money in cents of the firm's currency. */
public enum Criterion {
  /** Paid, without what was refunded. */
  AMOUNT(true) {
    @Override
    long of(Cells cells, int cell) {
      return cells.paid[cell];
    }
  },
  /** Delivered or ordered, paid and not paid yet. */
  RENDERED(true) {
    @Override
    long of(Cells cells, int cell) {
      return cells.paid[cell] + cells.pending[cell];
    }
  },
  /** Number of payments; a gift is none. */
  PURCHASES(false) {
    @Override
    long of(Cells cells, int cell) {
      return cells.purchases[cell];
    }
  },
  UNITS(false) {
    @Override
    long of(Cells cells, int cell) {
      return cells.units[cell];
    }
  },
  /** The margins that are known. */
  PROFIT(true) {
    @Override
    long of(Cells cells, int cell) {
      return cells.margin[cell];
    }
  };

  private final boolean money;

  Criterion(boolean money) {
    this.money = money;
  }

  abstract long of(Cells cells, int cell);

  /** A value with two decimals: money in its unit, or a count. */
  BigDecimal shown(long value) {
    return money ? BigDecimal.valueOf(value, 2) : BigDecimal.valueOf(value).setScale(2);
  }

  /** Its place in {@code customer_category.a_by}. */
  int bit() {
    return 1 << ordinal();
  }

  /**
   * What {@code a_by} may be of who is A by all of these and by none of those, as numbers of a
   * statement.
   */
  public static String bits(Set<Criterion> by, Set<Criterion> notBy) {
    var found =
        IntStream.range(1, 1 << values().length)
            .filter(bits -> fits(bits, by, notBy))
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    return found.isEmpty() ? "-1" : found;
  }

  /** Whether who has these bits is A by all of these and by none of those. */
  public static boolean fits(int bits, Set<Criterion> by, Set<Criterion> notBy) {
    return by.stream().allMatch(criterion -> (bits & criterion.bit()) != 0)
        && notBy.stream().noneMatch(criterion -> (bits & criterion.bit()) != 0);
  }

  /** By its code; empty for another word. */
  public static Optional<Criterion> of(String code) {
    return Arrays.stream(values()).filter(criterion -> criterion.code().equals(code)).findAny();
  }

  public boolean money() {
    return money;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
