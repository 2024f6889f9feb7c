package dev.winback.event;

import java.time.LocalDate;

/** A business event as a mark on the time axis of losses. */
public record EventMark(long id, LocalDate day, String kind, String title) {

  /** Its first day. */
  public LocalDate month() {
    return day.withDayOfMonth(1);
  }
}
