package dev.winback.grant;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * How much of a debt to write off (DEC-31): 10 %, 5 more for each full year he bought (15 at most),
 * 15, 10 or 5 more for a customer of class A, B or C, 10 more when he paid within a week of the due
 * day on average, 5 within thirty days. So never less than 10 nor more than 50 %.
 */
public record DebtRule(int years, @Nullable String abc, @Nullable Integer daysLate) {

  private static final int LEAST = 10;
  private static final int YEAR = 5;
  private static final int LONGEST = 15;
  private static final int WEEK = 7;
  private static final int MONTH = 30;

  static DebtRule of(
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      @Nullable String abc,
      @Nullable Integer daysLate) {
    boolean known = first != null && last != null;
    return new DebtRule(known ? Period.between(first, last).getYears() : 0, abc, daysLate);
  }

  public int length() {
    return Math.min(years * YEAR, LONGEST);
  }

  public int volume() {
    return switch (abc == null ? "" : abc) {
      case "A" -> 15;
      case "B" -> 10;
      case "C" -> 5;
      default -> 0;
    };
  }

  public int delays() {
    if (daysLate == null || daysLate > MONTH) {
      return 0;
    }
    return daysLate > WEEK ? 5 : 10;
  }

  public int percent() {
    return LEAST + length() + volume() + delays();
  }
}
