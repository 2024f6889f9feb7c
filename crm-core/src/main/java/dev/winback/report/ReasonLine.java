package dev.winback.report;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Losses of one reason, member, product or month: {@code money} a year in the firm's currency, of
 * them {@code guessed} by reasons that nobody was told; {@code share} is that of all lines down to
 * this one, in percent of the money.
 */
public record ReasonLine(
    String key,
    @Nullable String name,
    long losses,
    BigDecimal money,
    long guessed,
    @Nullable BigDecimal share) {

  /** Of a month the first day that counts, when the report begins on a day. */
  public String first(@Nullable String from) {
    var first = YearMonth.parse(key).atDay(1).toString();
    return from == null || from.isBlank() || from.compareTo(first) < 0 ? first : from;
  }

  /** Of a month the last day that counts, when the report ends on a day. */
  public String last(@Nullable String to) {
    var last = YearMonth.parse(key).atEndOfMonth().toString();
    return to == null || to.isBlank() || to.compareTo(last) > 0 ? last : to;
  }
}
