package dev.winback.report;

import dev.winback.shared.DayText;
import dev.winback.shared.Refused;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose names are asked for: who ordered in a {@code month} ({@code 2026-10}), regulars unless
 * {@code who} is {@code others}.
 */
public record OrderNames(@Nullable String month, @Nullable String who) {

  private static final List<String> WHO = List.of("regulars", "others");

  public YearMonth asked() {
    var asked = DayText.month("month", month);
    if (asked == null) {
      throw Refused.field("month", "refused.month", "");
    }
    return asked;
  }

  public boolean regulars() {
    var asked = who == null || who.isBlank() ? WHO.get(0) : who.strip();
    if (!WHO.contains(asked)) {
      throw Refused.field("who", "orders.refused.who", asked);
    }
    return asked.equals(WHO.get(0));
  }

  Buyers.Which which() {
    return new Buyers.Which(
        new Span(0, Span.number(asked())),
        Span.of(asked(), asked()),
        regulars() ? Buyers.Which.REGULAR : Buyers.Which.OTHER);
  }
}
