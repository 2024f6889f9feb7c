package dev.winback.signal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is worth, in one currency: the firm's if he ever paid in it, else that of his
 * last purchase.
 *
 * <p>{@code year} is revenue × 365 / (days from the first to the last purchase and one more mean
 * gap), over at least a year: a burst of two orders in a week is not taken for a weekly customer.
 */
record Value(@Nullable BigDecimal rhythm, BigDecimal revenue, BigDecimal year, String currency) {

  private static final BigDecimal YEAR = BigDecimal.valueOf(365);

  static Value of(History history, String firmCurrency) {
    var currency =
        history.purchases().stream().anyMatch(p -> p.currency().equals(firmCurrency))
            ? firmCurrency
            : history.last().currency();
    var revenue =
        history.purchases().stream()
            .filter(p -> p.currency().equals(currency))
            .map(Bought::net)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Value(rhythm(history), revenue, year(history, revenue), currency);
  }

  /** Mean days between purchase days, two decimals; null with one purchase day. */
  static @Nullable BigDecimal rhythm(History history) {
    return history.gaps() == 0
        ? null
        : BigDecimal.valueOf(history.span())
            .divide(BigDecimal.valueOf(history.gaps()), 2, RoundingMode.HALF_UP);
  }

  private static BigDecimal year(History history, BigDecimal revenue) {
    var rhythm = rhythm(history);
    var days = BigDecimal.valueOf(history.span()).add(rhythm == null ? BigDecimal.ZERO : rhythm);
    return revenue.multiply(YEAR).divide(days.max(YEAR), 2, RoundingMode.HALF_UP);
  }
}
