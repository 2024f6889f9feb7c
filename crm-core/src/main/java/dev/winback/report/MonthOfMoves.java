package dev.winback.report;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Losses and returns of one month, and what they are worth a year in the firm's currency as far as
 * lapses record it, for {@code priced} of the losses; from history when no night had recorded it.
 */
public record MonthOfMoves(
    LocalDate month,
    long losses,
    long returns,
    long priced,
    BigDecimal lostYear,
    BigDecimal backYear,
    boolean fromHistory) {

  public LocalDate lastDay() {
    return month.plusMonths(1).minusDays(1);
  }
}
