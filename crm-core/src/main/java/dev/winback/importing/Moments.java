package dev.winback.importing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates and moments: the year first, day, month and year in the order of the file, or the month by
 * name.
 */
final class Moments {

  private static final String CLOCK =
      "(?:,?(?:T| +(?:\\p{L}{1,2} )?)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?"
          + "( ?[AP]\\.?M\\.?)?)? ?(Z|UTC|[+-]\\d{2}(?::?\\d{2})?)?";
  private static final Pattern YEAR_FIRST = form("(\\d{4})([-/.]) ?(\\d{1,2})\\2 ?(\\d{1,2})\\.?");
  private static final Pattern EIGHT_DIGITS = form("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
  private static final Pattern LOCAL = form("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})");
  private static final Pattern MONTH_DAY = form("(\\p{L}{3,12})\\.? (\\d{1,2}),? (\\d{4})");
  private static final Pattern DAY_MONTH =
      form("(\\d{1,2})\\.? (?:de )?(\\p{L}{3,12})\\.?,? (?:de )?(\\d{4})");

  /** What spreadsheets make of dates, and what nobody can read for sure. */
  private static final Pattern SHORT_YEAR = form("\\d{1,2}([./-])\\d{1,2}\\1\\d{2}()");

  private static final Pattern SERIAL = Pattern.compile("[1-9]\\d{4}([.,]\\d+)?");

  private Moments() {}

  private static Pattern form(String day) {
    return Pattern.compile(day + CLOCK, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Null when it is no moment of the calendar (31 February); a date alone begins in the zone. */
  static @Nullable Instant parse(String written, boolean monthFirst, ZoneId zone) {
    var plain = Plain.moment(written, zone);
    return plain != null ? plain : matched(written, monthFirst, zone);
  }

  static @Nullable Instant matched(String written, boolean monthFirst, ZoneId zone) {
    var text = written.replace('\u00a0', ' ').replace('\u202f', ' ');
    try {
      var yearFirst = YEAR_FIRST.matcher(text);
      if (yearFirst.matches()) {
        return at(day(yearFirst, 1, 3, 4), yearFirst, 5, zone);
      }
      var local = LOCAL.matcher(text);
      if (local.matches()) {
        boolean american = monthFirst && !".".equals(local.group(2));
        return at(american ? day(local, 4, 1, 3) : day(local, 4, 3, 1), local, 5, zone);
      }
      var digits = EIGHT_DIGITS.matcher(text);
      return digits.matches() ? at(day(digits, 1, 2, 3), digits, 4, zone) : named(text, zone);
    } catch (DateTimeException notInTheCalendar) {
      return null;
    }
  }

  /** The month by its name, as shops write it in the language of their keeper. */
  private static @Nullable Instant named(String text, ZoneId zone) {
    var monthDay = MONTH_DAY.matcher(text);
    boolean american = monthDay.matches();
    var m = american ? monthDay : DAY_MONTH.matcher(text);
    if (!american && !m.matches()) {
      return null;
    }
    var month = MonthNames.number(m.group(american ? 1 : 2));
    return month == null
        ? null
        : at(LocalDate.of(number(m, 3), month, number(m, american ? 2 : 1)), m, 4, zone);
  }

  /** Why a text is no moment: the code of the reason. */
  static String reason(String text) {
    boolean shortYear = SHORT_YEAR.matcher(text).matches();
    return shortYear ? "short-year" : SERIAL.matcher(text).matches() ? "day-number" : "date";
  }

  private static LocalDate day(Matcher m, int year, int month, int day) {
    return LocalDate.of(number(m, year), number(m, month), number(m, day));
  }

  private static Instant at(LocalDate day, Matcher m, int hour, ZoneId zone) {
    var time =
        m.group(hour) == null
            ? LocalTime.MIDNIGHT
            : LocalTime.of(hour(m, hour), number(m, hour + 1), seconds(m, hour + 2));
    var offset = m.group(hour + 4);
    if (offset == null) {
      return day.atTime(time).atZone(zone).toInstant();
    }
    boolean utc = offset.equalsIgnoreCase("Z") || offset.equalsIgnoreCase("UTC");
    return day.atTime(time).toInstant(utc ? ZoneOffset.UTC : ZoneOffset.of(offset));
  }

  /** 12 AM is midnight, 12 PM is noon. */
  private static int hour(Matcher m, int group) {
    int hour = number(m, group);
    var half = m.group(group + 3);
    if (half == null) {
      return hour;
    }
    if (hour < 1 || hour > 12) {
      throw new DateTimeException("no hour of a half day");
    }
    return hour % 12 + (half.strip().toUpperCase(Locale.ROOT).startsWith("P") ? 12 : 0);
  }

  private static int seconds(Matcher m, int group) {
    return m.group(group) == null ? 0 : number(m, group);
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }

  /** There are dates of which the order matters, and none of them tells it. */
  static boolean undecided(List<String> cells) {
    return months(cells) == 0
        && cells.stream().map(LOCAL::matcher).anyMatch(m -> m.matches() && !".".equals(m.group(2)));
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
