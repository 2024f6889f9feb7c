package dev.winback.report;

import dev.winback.shared.DayText;
import dev.winback.shared.Refused;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose names are asked for: who bought first in the month {@code cohort} ({@code 2026-01}), or in
 * its quarter when {@code unit} is {@code quarter}, and bought {@code since} months or quarters
 * later; 0 or nothing: all of them.
 */
public record CohortCell(@Nullable String cohort, @Nullable String unit, @Nullable String since) {

  private static final List<String> UNITS = List.of("month", "quarter");

  /** The first month of the cohort. */
  public YearMonth first() {
    var month = DayText.month("cohort", cohort);
    if (month == null) {
      throw Refused.field("cohort", "refused.month", "");
    }
    return Span.month(number(month) * months());
  }

  public boolean quarters() {
    var asked = unit == null || unit.isBlank() ? UNITS.get(0) : unit.strip();
    if (!UNITS.contains(asked)) {
      throw Refused.field("unit", "cohort.refused.unit", asked);
    }
    return asked.equals("quarter");
  }

  public int later() {
    var asked = since == null || since.isBlank() ? "0" : since.strip();
    if (!asked.matches("\\d{1,3}")) {
      throw Refused.field("since", "cohort.refused.since", asked);
    }
    return Integer.parseInt(asked);
  }

  /** The first month of the one asked for. */
  public YearMonth later(YearMonth first) {
    return first.plusMonths((long) later() * months());
  }

  int months() {
    return quarters() ? 3 : 1;
  }

  private int number(YearMonth month) {
    return Span.number(month) / months();
  }

  Buyers.Which which() {
    int number = number(first());
    return new Buyers.Which(
        Span.of(months(), number), Span.of(months(), number + later()), Buyers.Which.ANY);
  }
}
