package dev.winback.reason;

import dev.winback.shared.DayText;
import dev.winback.shared.Refused;
import java.time.LocalDate;
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
    var day = DayText.day(field, text);
    if (day != null && day.isAfter(today)) {
      throw Refused.field(field, "reason.refused.future");
    }
    return day;
  }
}
