package dev.winback.letter;

import dev.winback.shared.DaySpan;
import dev.winback.shared.DayText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Letters that left, or were kept back, from one day to another, both included; the last year when
 * nothing is said. The comparison with those kept back is of all days.
 */
public record ResultPeriod(@Nullable String from, @Nullable String to) {

  public static final ResultPeriod YEAR = new ResultPeriod(null, null);

  /** Refused when it comes after the last one. */
  public LocalDate first(LocalDate today) {
    return DaySpan.of(from, to).first(today);
  }

  public LocalDate last(LocalDate today) {
    return DaySpan.of(from, to).last(today);
  }

  /** As many days, up to the one before the first; as far back as days are read. */
  public ResultPeriod before(LocalDate today) {
    var first = first(today);
    long days = last(today).toEpochDay() - first.toEpochDay() + 1;
    return new ResultPeriod(read(first.minusDays(days)), read(first.minusDays(1)));
  }

  private static String read(LocalDate day) {
    return (day.isBefore(DayText.EARLIEST) ? DayText.EARLIEST : day).toString();
  }
}
