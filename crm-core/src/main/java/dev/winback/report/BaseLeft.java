package dev.winback.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What is left of a base after so many years at the same loss rate, nobody new and nobody back
 * (MEA-09).
 */
public record BaseLeft(int years, long customers) {

  /** How far it is looked ahead. */
  public static final int YEARS = 5;

  /**
   * Of 1,000 customers 750 are left after a year at 25 %. Nothing where more were lost than were
   * there: they came back and were lost again, and without a return nobody could be.
   */
  public static List<BaseLeft> of(long base, double rate) {
    if (rate >= 1) {
      return List.of();
    }
    return IntStream.rangeClosed(1, YEARS)
        .mapToObj(years -> new BaseLeft(years, Math.round(base * Math.pow(1 - rate, years))))
        .toList();
  }
}
