package dev.winback.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Days ({@code 2026-06-05}) and months ({@code 2026-06}) as people type them and addresses carry
 * them, of the years 1900 to 2199: Java knows days that the database does not.
 */
public final class DayText {

  private static final int FIRST = 1900;
  private static final int LAST = 2199;

  /** No day before it is read. */
  public static final LocalDate EARLIEST = LocalDate.of(FIRST, 1, 1);

  private DayText() {}

  /**
   * The day of a text that has one.
   *
   * @throws DateTimeParseException when it has none, or one of another century
   */
  public static LocalDate read(String text) {
    var day = LocalDate.parse(text.strip());
    requireYear(day.getYear(), text);
    return day;
  }

  private static void requireYear(int year, String text) {
    if (year < FIRST || year > LAST) {
      throw new DateTimeParseException("year", text, 0);
    }
  }

  /** Null for nothing; refused with the field for what is no day. */
  public static @Nullable LocalDate day(String field, @Nullable String text) {
    return text == null || text.isBlank() ? null : required(field, text);
  }

  /** Refused for nothing, too. */
  public static LocalDate required(String field, @Nullable String text) {
    try {
      return read(text == null ? "" : text);
    } catch (DateTimeParseException e) {
      throw Refused.field(field, "refused.day", text == null ? "" : text);
    }
  }

  /** The same moment; refused with the field for one of another century. */
  public static Instant moment(String field, Instant at) {
    try {
      requireYear(at.atOffset(ZoneOffset.UTC).getYear(), at.toString());
      return at;
    } catch (DateTimeException e) {
      throw Refused.field(field, "refused.moment", at.toString());
    }
  }

  /** Null for nothing; refused with the field for what is no month. */
  public static @Nullable YearMonth month(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      var month = YearMonth.parse(text.strip());
      requireYear(month.getYear(), text);
      return month;
    } catch (DateTimeParseException e) {
      throw Refused.field(field, "refused.month", text);
    }
  }

  /** The same, and of a day its month: whoever asks several reports asks all of them alike. */
  public static @Nullable YearMonth monthOf(String field, @Nullable String text) {
    try {
      return text == null ? null : YearMonth.from(read(text));
    } catch (DateTimeParseException noDay) {
      return month(field, text);
    }
  }
}
