package dev.winback.task;

import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A part of the customer's day: who was not there in one is tried in the next one. */
public enum DayPart {
  MORNING(9),
  MIDDAY(12),
  AFTERNOON(15);

  private final int fromHour;

  DayPart(int fromHour) {
    this.fromHour = fromHour;
  }

  static DayPart of(LocalTime time) {
    if (time.getHour() >= AFTERNOON.fromHour) {
      return AFTERNOON;
    }
    return time.getHour() >= MIDDAY.fromHour ? MIDDAY : MORNING;
  }

  /** Another part than this one. */
  DayPart next() {
    return values()[(ordinal() + 1) % values().length];
  }

  boolean begun(LocalTime time) {
    return time.getHour() >= fromHour;
  }

  /** The morning is the one part that is over while others are to come; it comes again tomorrow. */
  boolean over(LocalTime time) {
    return this == MORNING && MIDDAY.begun(time);
  }

  public LocalTime from() {
    return LocalTime.of(fromHour, 0);
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static @Nullable DayPart ofCode(@Nullable String code) {
    return code == null ? null : valueOf(code.toUpperCase(Locale.ROOT));
  }
}
