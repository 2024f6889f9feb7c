package dev.winback.report;

import java.math.BigDecimal;

/**
 * How many customers stand in one place, what they bring in a year by the criterion, and how many
 * of them have an open lapse.
 */
public record CategoryCount(long customers, BigDecimal value, long lost) {

  static final CategoryCount NOBODY = new CategoryCount(0, BigDecimal.ZERO, 0);

  CategoryCount plus(CategoryCount other) {
    return new CategoryCount(
        customers + other.customers, value.add(other.value), lost + other.lost);
  }

  /** Percent of the customers who are lost, rounded half up; 0 of nobody. */
  public long lostPercent() {
    return customers == 0 ? 0 : (lost * 200 + customers) / (2 * customers);
  }
}
