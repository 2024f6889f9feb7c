package dev.winback.report;

import dev.winback.shared.DaySpan;
import dev.winback.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which losses the funnel counts: noticed from one day to another, both included, the last year
 * when nothing is said; {@code abc} is a class of customers; {@code step} (0 to 5, or {@code
 * alone}) is how far those whose names are shown came.
 */
public record FunnelFilter(
    @Nullable String from, @Nullable String to, @Nullable String abc, @Nullable String step) {

  private static final List<String> CLASSES = List.of("", "A", "B", "C");
  private static final List<String> STEPS = List.of("0", "1", "2", "3", "4", "5", "alone");

  /** Refused when it comes after the last one. */
  public LocalDate first(LocalDate today) {
    return DaySpan.of(from, to).first(today);
  }

  public LocalDate last(LocalDate today) {
    return DaySpan.of(from, to).last(today);
  }

  /** Empty: all of them. */
  public String abcAsked() {
    var asked = abc == null ? "" : abc.strip().toUpperCase(Locale.ROOT);
    if (!CLASSES.contains(asked)) {
      throw Refused.field("abc", "funnel.refused.abc", asked);
    }
    return asked;
  }

  /** The word of the step, as in {@link Funnel.Step}, or {@code alone}. */
  public String word() {
    return alone() ? "alone" : Funnel.WORDS.get(stepAsked());
  }

  int stepAsked() {
    return alone() ? 5 : Integer.parseInt(asked());
  }

  boolean alone() {
    return asked().equals("alone");
  }

  private String asked() {
    var asked = step == null || step.isBlank() ? "0" : step.strip();
    if (!STEPS.contains(asked)) {
      throw Refused.field("step", "funnel.refused.step", asked, String.join(", ", STEPS));
    }
    return asked;
  }
}
