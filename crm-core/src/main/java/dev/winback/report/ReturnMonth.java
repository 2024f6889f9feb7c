package dev.winback.report;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.winback.shared.DaySpan;
import dev.winback.shared.DayText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The returns of a month: sum of the first orders in the firm's currency, how many reached the
 * former volume, whose year is over and how many had none with a remark, who is lost again.
 */
public record ReturnMonth(
    LocalDate month,
    long returned,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal trial,
    long restored,
    long due,
    long year,
    long again) {

  /**
   * Those from one month to another ({@code 2026-10} or a day of it, both included); null: from or
   * to any.
   */
  public static List<ReturnMonth> between(
      List<ReturnMonth> months, @Nullable String from, @Nullable String to) {
    var first = DayText.monthOf("from", from);
    var last = DayText.monthOf("to", to);
    DaySpan.inOrder(first, last);
    return months.stream()
        .filter(row -> first == null || !row.month().isBefore(first.atDay(1)))
        .filter(row -> last == null || !row.month().isAfter(last.atDay(1)))
        .toList();
  }

  ReturnMonth plus(ReturnMonth other) {
    return new ReturnMonth(
        month,
        returned + other.returned,
        trial.add(other.trial),
        restored + other.restored,
        due + other.due,
        year + other.year,
        again + other.again);
  }
}
