package dev.winback.romi;

import dev.winback.shared.DayText;
import dev.winback.shared.Refused;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Returns and cost from one day to another, both included, the last year when nothing is said;
 * {@code part} is the one whose names are shown.
 */
public record RomiFilter(@Nullable String from, @Nullable String to, @Nullable String part) {

  public LocalDate first(LocalDate today) {
    return day("from", from, last(today).minusYears(1).plusDays(1));
  }

  public LocalDate last(LocalDate today) {
    return day("to", to, today);
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

  private static LocalDate day(String field, @Nullable String text, LocalDate otherwise) {
    return Objects.requireNonNullElse(DayText.day(field, text), otherwise);
  }
}
