package dev.winback.importing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a file says of one currency in one month: sold orders (or refunds, or payments) and their
 * sum, refunds the orders tell of, and orders that are pending or cancelled.
 */
public record MonthTotal(
    ImportType type,
    String currency,
    LocalDate month,
    long orders,
    BigDecimal gross,
    BigDecimal refunded,
    long others,
    Instant first,
    Instant last) {

  public BigDecimal net() {
    return gross.subtract(refunded);
  }
}
