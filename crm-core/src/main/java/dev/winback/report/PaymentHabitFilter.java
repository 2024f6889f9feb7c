package dev.winback.report;

import dev.winback.shared.Refused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who of those that pay late or owe: {@code all}, {@code open} (owes now), {@code late} (paid
 * late), {@code prepay} or {@code credit} (the advice).
 */
public record PaymentHabitFilter(@Nullable String show) {

  /** The words, in the order in which a page offers them. */
  public static final List<String> SHOWS = List.of("all", "open", "late", "prepay", "credit");

  private static final String CREDIT =
      "p.open = 0 and p.in_time > 0 and p.last_late + interval '%d months' <= cast(:day as date)"
          .formatted(PaymentHabit.MONTHS);

  private static final Map<String, String> CONDITIONS =
      Map.of(
          "all", "true",
          "open", "p.open > 0",
          "late", "p.late > 0",
          "prepay", "(" + CREDIT + ") is not true",
          "credit", CREDIT);

  public String asked() {
    var asked = show == null || show.isBlank() ? "all" : show.strip();
    if (!CONDITIONS.containsKey(asked)) {
      throw Refused.field("show", "payments.refused.show", asked);
    }
    return asked;
  }

  String condition() {
    return Objects.requireNonNull(CONDITIONS.get(asked()));
  }
}
