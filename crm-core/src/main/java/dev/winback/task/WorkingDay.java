package dev.winback.task;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Monday to Friday. */
final class WorkingDay {

  private WorkingDay() {}

  static LocalDate onOrAfter(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY -> day.plusDays(2);
      case SUNDAY -> day.plusDays(1);
      default -> day;
    };
  }

  static LocalDate after(LocalDate day) {
    return onOrAfter(day.plusDays(1));
  }

  static boolean is(LocalDate day) {
    return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
  }
}
