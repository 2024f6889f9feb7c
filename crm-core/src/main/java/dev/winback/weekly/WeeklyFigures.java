package dev.winback.weekly;

import dev.winback.report.Week;
import java.time.LocalDate;

/**
 * What a manager is told on Monday: the week from Monday to Sunday with money in the firm's
 * currency, the day up to which nights have counted it, and what waits for him now.
 */
public record WeeklyFigures(Week week, String currency, LocalDate countedTo, Waiting waiting) {

  /**
   * Offers to decide, questions to answer, letters to look at; promises of the week that were
   * broken, cases nobody touched for {@code days}, steps of plans that are overdue, campaigns near
   * the end of their budgets and beyond it.
   */
  public record Waiting(
      long approvals,
      long questions,
      long review,
      long broken,
      long untouched,
      int days,
      long overdue,
      long nearBudget,
      long overBudget) {}

  /** Nights have counted the whole week. */
  public boolean whole() {
    return !countedTo.isBefore(week.untilDay());
  }
}
