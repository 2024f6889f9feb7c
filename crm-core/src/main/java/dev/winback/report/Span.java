package dev.winback.report;

import java.time.YearMonth;

/** Months from one to another, both included, as the database numbers them (0: January of 0). */
record Span(int from, int to) {

  /** A month, or a quarter, by its number. */
  static Span of(int unit, int number) {
    return new Span(number * unit, number * unit + unit - 1);
  }

  static Span of(YearMonth from, YearMonth to) {
    return new Span(number(from), number(to));
  }

  static int number(YearMonth month) {
    return Math.toIntExact(month.getLong(java.time.temporal.ChronoField.PROLEPTIC_MONTH));
  }

  static YearMonth month(int number) {
    return YearMonth.of(number / 12, number % 12 + 1);
  }
}
