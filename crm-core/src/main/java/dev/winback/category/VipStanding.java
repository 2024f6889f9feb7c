package dev.winback.category;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A customer on the VIP list or on the one before it. {@code month} is the last complete one, with
 * which the list ends, and {@code list} how many months make it; {@code paid} and {@code ofMargin}
 * (what of it has a known margin) and {@code margin} are sums of these months, {@code last} is of
 * the last one alone, {@code before} of the others, in {@code payments} of which he paid something.
 * Money in cents of the firm's currency.
 */
public record VipStanding(
    long customer,
    boolean vip,
    boolean wasVip,
    YearMonth month,
    int list,
    long paid,
    long last,
    int payments,
    long margin,
    long ofMargin,
    String currency) {

  /** The first day on which he stands so: that after the last complete month. */
  public LocalDate since() {
    return month.plusMonths(1).atDay(1);
  }

  /** Paid in the months of the list before the last one. */
  public long before() {
    return paid - last;
  }
}
