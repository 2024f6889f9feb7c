package dev.winback.category;

import java.math.BigDecimal;
import java.util.Locale;

/** By what customers are compared (DEC-06); money in cents of the firm's currency. */
public enum Criterion {
  /** Paid, without what was refunded. */
  AMOUNT(true) {
    @Override
    long of(Months months, int cell) {
      return months.paid[cell];
    }
  },
  /** Delivered or ordered, paid and not paid yet. */
  RENDERED(true) {
    @Override
    long of(Months months, int cell) {
      return months.paid[cell] + months.pending[cell];
    }
  },
  /** Number of payments; a gift is none. */
  PURCHASES(false) {
    @Override
    long of(Months months, int cell) {
      return months.purchases[cell];
    }
  },
  UNITS(false) {
    @Override
    long of(Months months, int cell) {
      return months.units[cell];
    }
  },
  /** The margins that are known. */
  PROFIT(true) {
    @Override
    long of(Months months, int cell) {
      return months.margin[cell];
    }
  };

  private final boolean money;

  Criterion(boolean money) {
    this.money = money;
  }

  abstract long of(Months months, int cell);

  /** A value with two decimals: money in its unit, or a count. */
  BigDecimal shown(long value) {
    return money ? BigDecimal.valueOf(value, 2) : BigDecimal.valueOf(value).setScale(2);
  }

  public boolean money() {
    return money;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
