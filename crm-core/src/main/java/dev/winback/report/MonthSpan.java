package dev.winback.report;

import dev.winback.shared.DaySpan;
import dev.winback.shared.DayText;
import dev.winback.shared.Refused;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Months that a report is asked for ({@code from} and {@code to}, both {@code 2026-10} or a day of
 * it, and included): the last twelve with the running one when nothing is said, at most ten years
 * back.
 */
public record MonthSpan(@Nullable String from, @Nullable String to) {

  private static final int LONGEST = 120;
  private static final int USUAL = 12;

  /** Refused for a month that is still to come. */
  public YearMonth last(LocalDate day) {
    var running = YearMonth.from(day);
    var asked = Objects.requireNonNullElse(DayText.monthOf("to", to), running);
    if (asked.isAfter(running)) {
      throw Refused.field("to", "losses.refused.later", asked.toString(), running.toString());
    }
    return asked;
  }

  /** Refused when it is later than the last, or so long ago that nobody could read the table. */
  public YearMonth first(LocalDate day) {
    var last = last(day);
    var asked =
        Objects.requireNonNullElse(DayText.monthOf("from", from), last.minusMonths(USUAL - 1));
    DaySpan.inOrder(asked, last);
    var earliest = YearMonth.from(day).minusMonths(LONGEST - 1);
    if (asked.isBefore(earliest)) {
      throw Refused.field("from", "cohort.refused.long", asked.toString(), earliest.toString());
    }
    return asked;
  }

  /** Whether months until today would make too wide a table. */
  boolean quarters(LocalDate day) {
    return ChronoUnit.MONTHS.between(first(day), YearMonth.from(day)) + 1 > 24;
  }
}
