package dev.winback.importing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and moments: ISO, or day, month and year in the order of the file. */
final class Moments {

  private static final String CLOCK =
      "(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?)? ?(Z|UTC|[+-]\\d{2}:?\\d{2})?";
  private static final Pattern ISO =
      Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})" + CLOCK, Pattern.CASE_INSENSITIVE);
  private static final Pattern LOCAL =
      Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})" + CLOCK, Pattern.CASE_INSENSITIVE);

  private Moments() {}

  /** Null when it is no moment of the calendar (31 February); a date alone begins in the zone. */
  static @Nullable Instant parse(String text, boolean monthFirst, ZoneId zone) {
    try {
      var iso = ISO.matcher(text);
      if (iso.matches()) {
        return at(day(iso, 1, 2, 3), iso, 4, zone);
      }
      var local = LOCAL.matcher(text);
      if (local.matches()) {
        boolean american = monthFirst && !".".equals(local.group(2));
        return at(american ? day(local, 4, 1, 3) : day(local, 4, 3, 1), local, 5, zone);
      }
    } catch (DateTimeException notInTheCalendar) {
      // falls through: the caller says which cell it is
    }
    return null;
  }

  private static LocalDate day(Matcher m, int year, int month, int day) {
    return LocalDate.of(number(m, year), number(m, month), number(m, day));
  }

  private static Instant at(LocalDate day, Matcher m, int hour, ZoneId zone) {
    var time =
        m.group(hour) == null
            ? LocalTime.MIDNIGHT
            : LocalTime.of(number(m, hour), number(m, hour + 1), seconds(m, hour + 2));
    var offset = m.group(hour + 3);
    if (offset == null) {
      return day.atTime(time).atZone(zone).toInstant();
    }
    boolean utc = offset.equalsIgnoreCase("Z") || offset.equalsIgnoreCase("UTC");
    return day.atTime(time).toInstant(utc ? ZoneOffset.UTC : ZoneOffset.of(offset));
  }

  private static int seconds(Matcher m, int group) {
    return m.group(group) == null ? 0 : number(m, group);
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  /**
   * How many more cells can only be month/day/year than day/month/year; without a proof the day
   * comes first.
   */
  static long months(List<String> cells) {
    return cells.stream()
        .map(LOCAL::matcher)
        .filter(m -> m.matches() && !".".equals(m.group(2)))
        .mapToInt(m -> (number(m, 3) > 12 ? 1 : 0) - (number(m, 1) > 12 ? 1 : 0))
        .sum();
  }
}
