package dev.winback.report;

import java.time.LocalDate;

/** Losses and returns of one month; from history when no night had recorded it. */
public record MonthOfMoves(LocalDate month, long losses, long returns, boolean fromHistory) {

  public LocalDate lastDay() {
    return month.plusMonths(1).minusDays(1);
  }
}
