package dev.winback.shared;

import java.time.LocalTime;
import java.util.regex.Pattern;

/**
 * A part of the day, {@code 09:00-19:00}; the end is not in it, and {@code 00:00-24:00} means
 * always.
 */
public record Hours(int fromMinute, int untilMinute) {

  private static final Pattern FORM = Pattern.compile("(\\d{2}):([0-5]\\d)-(\\d{2}):([0-5]\\d)");
  private static final int DAY = 24 * 60;

  public Hours {
    if (fromMinute < 0 || untilMinute > DAY || fromMinute >= untilMinute) {
      throw new IllegalArgumentException(
          "hours are given as 09:00-19:00, the end later than the beginning, at most 24:00");
    }
  }

  public static Hours valueOf(String text) {
    var form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException("hours are given as 09:00-19:00");
    }
    return new Hours(minute(form.group(1), form.group(2)), minute(form.group(3), form.group(4)));
  }

  private static int minute(String hour, String minute) {
    return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
  }

  public boolean contains(LocalTime time) {
    int minute = time.toSecondOfDay() / 60;
    return fromMinute <= minute && minute < untilMinute;
  }

  /** Whether it is all of the day. */
  public boolean always() {
    return fromMinute == 0 && untilMinute == DAY;
  }

  /** On the clock, {@code 09:00}. */
  public String begin() {
    return clock(fromMinute);
  }

  /** On the clock, at most {@code 24:00}. */
  public String end() {
    return clock(untilMinute);
  }

  private static String clock(int minute) {
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }

  public LocalTime from() {
    return LocalTime.ofSecondOfDay(fromMinute * 60L);
  }
}
