package dev.winback.task;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * From when until before when a customer may be called, by his own clock (CAL-07, CAL-08): those of
 * the firm, or what he asked for instead.
 */
record CallHours(LocalTime from, LocalTime until) {

  private static final LocalTime FIRST = LocalTime.MIN;
  private static final LocalTime LAST = LocalTime.of(23, 59);

  /** Who names one end alone can be called for two hours at least, midnight permitting. */
  private static final int LEAST = 2;

  /** What he asked for, else these; hours that end before they begin ask for nothing. */
  CallHours asked(@Nullable LocalTime hisFrom, @Nullable LocalTime hisUntil) {
    if (hisFrom != null && hisUntil != null) {
      return hisFrom.isBefore(hisUntil) ? new CallHours(hisFrom, hisUntil) : this;
    }
    if (hisFrom != null) {
      return new CallHours(hisFrom, after(hisFrom));
    }
    return hisUntil == null ? this : new CallHours(before(hisUntil), hisUntil);
  }

  private LocalTime before(LocalTime hisUntil) {
    var least = hisUntil.getHour() < LEAST ? FIRST : hisUntil.minusHours(LEAST);
    return least.isBefore(from) ? least : from;
  }

  private LocalTime after(LocalTime hisFrom) {
    var least = hisFrom.getHour() >= LAST.getHour() + 1 - LEAST ? LAST : hisFrom.plusHours(LEAST);
    return least.isAfter(until) ? least : until;
  }

  /** A part that begins after his hours, or ends before them, would never come. */
  boolean reach(DayPart part) {
    return part.from().isBefore(until) && !part.over(from);
  }

  boolean hold(LocalTime time) {
    return !time.isBefore(from) && time.isBefore(until);
  }
}
