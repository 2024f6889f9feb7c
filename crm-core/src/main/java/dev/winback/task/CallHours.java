package dev.winback.task;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** From when until before when a customer may be called, by his own clock (CAL-07, CAL-08). */
record CallHours(LocalTime from, LocalTime until) {

  private static final CallHours USUAL = new CallHours(LocalTime.of(9, 0), LocalTime.of(19, 0));
  private static final LocalTime FIRST = LocalTime.MIN;
  private static final LocalTime LAST = LocalTime.of(23, 59);

  /** Who names one end alone can be called for two hours at least, midnight permitting. */
  private static final int LEAST = 2;

  /** What he asked for; hours that end before they begin ask for nothing. */
  static CallHours asked(@Nullable LocalTime from, @Nullable LocalTime until) {
    if (from != null && until != null) {
      return from.isBefore(until) ? new CallHours(from, until) : USUAL;
    }
    if (from != null) {
      return new CallHours(from, after(from));
    }
    return until == null ? USUAL : new CallHours(before(until), until);
  }

  private static LocalTime before(LocalTime until) {
    var least = until.getHour() < LEAST ? FIRST : until.minusHours(LEAST);
    return least.isBefore(USUAL.from) ? least : USUAL.from;
  }

  private static LocalTime after(LocalTime from) {
    var least = from.getHour() >= LAST.getHour() + 1 - LEAST ? LAST : from.plusHours(LEAST);
    return least.isAfter(USUAL.until) ? least : USUAL.until;
  }

  /** A part that begins after his hours, or ends before them, would never come. */
  boolean reach(DayPart part) {
    return part.from().isBefore(until) && !part.over(from);
  }

  boolean hold(LocalTime time) {
    return !time.isBefore(from) && time.isBefore(until);
  }
}
