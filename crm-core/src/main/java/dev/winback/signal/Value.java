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
 * {@code repeatMean} is what he paid on average on a later day than the first one, days without
 * money left out; null without such a day.
 */
record Value(
    @Nullable BigDecimal rhythm,
    BigDecimal revenue,
    BigDecimal year,
    @Nullable BigDecimal repeatMean,
    String currency) {

  private static final BigDecimal YEAR = BigDecimal.valueOf(365);

  static Value of(History history, String firmCurrency) {
    var currency = currency(history, firmCurrency);
    long cents = 0;
    for (var bought : history.purchases()) {
      cents += bought.currency().equals(currency) ? bought.cents() : 0;
    }
    var revenue = BigDecimal.valueOf(cents, 2);
    return new Value(
        rhythm(history), revenue, year(history, revenue), repeatMean(history, currency), currency);
  }

  /** The currency in which the customer is judged. */
  static String currency(History history, String firmCurrency) {
    for (var bought : history.purchases()) {
      if (bought.currency().equals(firmCurrency)) {
        return firmCurrency;
      }
    }
    return history.last().currency();
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

  private static @Nullable BigDecimal repeatMean(History history, String currency) {
    if (history.gaps() == 0) {
      return null;
    }
    var visits = Visits.of(history, currency);
    var first = history.first().day();
    long sum = 0;
    int paid = 0;
    for (int i = 0; i < visits.size(); i++) {
      if (visits.cents(i) > 0 && visits.day(i).isAfter(first)) {
        sum += visits.cents(i);
        paid++;
      }
    }
    return paid == 0
        ? null
        : BigDecimal.valueOf(sum, 2).divide(BigDecimal.valueOf(paid), 2, RoundingMode.HALF_UP);
  }
}
