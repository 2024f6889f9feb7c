package dev.winback.romi;

import dev.winback.shared.DaySpan;
import dev.winback.shared.Refused;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Returns and cost from one day to another, both included, the last year when nothing is said;
 * {@code part} is the one whose names are shown. The two arms of the comparison are those of all
 * days.
 */
public record RomiFilter(@Nullable String from, @Nullable String to, @Nullable String part) {

  /** Refused when it comes after the last one. */
  public LocalDate first(LocalDate today) {
    return DaySpan.of(from, to).first(today);
  }

  public LocalDate last(LocalDate today) {
    return DaySpan.of(from, to).last(today);
  }

  /** Returns with our help when nothing is said. */
  public RomiPart asked() {
    var asked = part == null || part.isBlank() ? RomiPart.HELPED.code() : part.strip();
    return RomiPart.ofCode(asked)
        .orElseThrow(
            () ->
                Refused.field(
                    "part", "romi.refused.part", asked, String.join(", ", RomiPart.codes())));
  }

  /** Refused with a sentence where a word or a day is none; before a file is begun. */
  public void check(LocalDate today) {
    asked();
    first(today);
  }
}
