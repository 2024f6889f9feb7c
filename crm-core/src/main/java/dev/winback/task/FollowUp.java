package dev.winback.task;

import dev.winback.shared.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The next date a person chose: a day, or a moment of it. */
record FollowUp(LocalDate on, @Nullable Instant at) {

  private static final int FURTHEST_YEARS = 2;

  /**
   * From {@code +1d}, {@code +3d}, {@code +1w}, {@code +1m}, a day, or a time with or without zone;
   * null for nothing chosen. A time without one is of {@code zone}; it is refused when it is over.
   */
  static @Nullable FollowUp of(
      @Nullable String text, LocalDate today, Instant now, ZoneId zone, WorkingDays days) {
    if (text == null || text.isBlank()) {
      return null;
    }
    var chosen = parsed(text.strip(), today, zone, days);
    if (chosen.on.isBefore(today) || chosen.on.isAfter(today.plusYears(FURTHEST_YEARS))) {
      throw Refused.field("next", "task.refused.next-range", chosen.on, FURTHEST_YEARS);
    }
    if (chosen.at != null && chosen.at.isBefore(now)) {
      throw Refused.field("next", "task.refused.over");
    }
    return chosen;
  }

  private static FollowUp parsed(String text, LocalDate today, ZoneId zone, WorkingDays days) {
    return switch (text) {
      case "+1d" -> new FollowUp(days.onOrAfter(today.plusDays(1)), null);
      case "+3d" -> new FollowUp(days.onOrAfter(today.plusDays(3)), null);
      case "+1w" -> new FollowUp(days.onOrAfter(today.plusWeeks(1)), null);
      case "+1m" -> new FollowUp(days.onOrAfter(today.plusMonths(1)), null);
      default -> date(text, zone);
    };
  }

  private static FollowUp date(String text, ZoneId zone) {
    try {
      if (text.length() == "2026-06-05".length()) {
        return new FollowUp(LocalDate.parse(text), null);
      }
      return moment(text, zone);
    } catch (DateTimeException e) {
      throw Refused.field("next", "task.refused.next", text);
    }
  }

  private static FollowUp moment(String text, ZoneId zone) {
    var at =
        text.length() <= "2026-06-05T15:00:00".length()
            ? LocalDateTime.parse(text).atZone(zone).toInstant()
            : OffsetDateTime.parse(text).toInstant();
    return new FollowUp(at.atZone(zone).toLocalDate(), at);
  }
}
