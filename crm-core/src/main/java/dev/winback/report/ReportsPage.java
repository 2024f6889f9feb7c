package dev.winback.report;

import java.time.LocalDate;
import java.util.List;

/** What the overview of reports shows as of a day: the months of a year back, the last one runs. */
public record ReportsPage(LocalDate day, boolean customers, List<MonthOfMoves> months) {

  public MonthOfMoves month() {
    return months.get(months.size() - 1);
  }
}
