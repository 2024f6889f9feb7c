package dev.winback.task;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** The firm's calendar: Monday to Friday without its holidays. */
public record WorkingDays(Set<LocalDate> holidays) {

  public boolean is(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !holidays.contains(day);
  }

  public LocalDate onOrAfter(LocalDate day) {
    var next = day;
    while (!is(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  public LocalDate after(LocalDate day) {
    return onOrAfter(day.plusDays(1));
  }
}
