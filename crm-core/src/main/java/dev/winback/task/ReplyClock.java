package dev.winback.task;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Until when a letter or a complaint is answered (LET-22): within 24 hours, weekends and holidays
 * not counted; what comes outside the hours of work, before the next noon of a working day.
 */
record ReplyClock(ZoneId zone, LocalTime opens, LocalTime closes, WorkingDays days) {

  Instant due(Instant came) {
    var there = came.atZone(zone);
    return (atWork(there) ? sameTime(there) : noon(there)).toInstant();
  }

  private boolean atWork(ZonedDateTime there) {
    var time = there.toLocalTime();
    return days.is(there.toLocalDate()) && !time.isBefore(opens) && time.isBefore(closes);
  }

  private ZonedDateTime sameTime(ZonedDateTime there) {
    return there.with(days.onOrAfter(there.toLocalDate().plusDays(1)));
  }

  private ZonedDateTime noon(ZonedDateTime there) {
    boolean early = there.toLocalTime().isBefore(opens);
    var from = early ? there.toLocalDate() : there.toLocalDate().plusDays(1);
    return days.onOrAfter(from).atTime(LocalTime.NOON).atZone(zone);
  }
}
