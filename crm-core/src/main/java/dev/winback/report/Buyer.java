package dev.winback.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer behind a number of the cohorts or of the orders: the month of his first purchase, and
 * what he ordered and paid in the months asked for, in the firm's currency; of who was erased the
 * figures stay.
 */
public record Buyer(
    long id,
    String ref,
    String name,
    @Nullable String city,
    @Nullable String owner,
    boolean erased,
    int firstMonth,
    long orders,
    BigDecimal paid) {

  public LocalDate first() {
    return Span.month(firstMonth).atDay(1);
  }
}
