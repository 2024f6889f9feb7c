package dev.winback.reason;

import dev.winback.shared.Refused;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Since when a reason is being mended and when it was (OPS-07), as a person types days; nothing in
 * both: no repair.
 */
public record RepairEntry(@Nullable String since, @Nullable String repaired) {

  /** The day it began; a repair of which nobody told the beginning began on the day it was done. */
  @Nullable LocalDate begun(LocalDate today) {
    var begun = past("since", since, today);
    return begun == null ? done(today) : begun;
  }

  @Nullable LocalDate done(LocalDate today) {
    return past("repaired", repaired, today);
  }

  private static @Nullable LocalDate past(String field, @Nullable String text, LocalDate today) {
    var day = day(field, text);
    if (day != null && day.isAfter(today)) {
      throw Refused.field(field, "reason.refused.future");
    }
    return day;
  }

  private static @Nullable LocalDate day(String field, @Nullable String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw Refused.field(field, "reason.refused.day", text);
    }
  }
}
