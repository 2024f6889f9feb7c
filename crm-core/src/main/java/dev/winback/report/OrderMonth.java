package dev.winback.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Orders of one month in the firm's currency: those of regulars, who on its first day had bought on
 * three days or more and were not lost, and those of all others.
 */
public record OrderMonth(LocalDate month, boolean partial, Orders regulars, Orders others) {

  /** Nobody ordered. */
  public boolean none() {
    return regulars.orders() + others.orders() == 0;
  }

  /** Who ordered, how often, and what was paid, without refunds. */
  public record Orders(long buyers, long orders, BigDecimal paid) {

    static final Orders NONE = new Orders(0, 0, BigDecimal.ZERO);

    /** The average order; null without one. */
    public @Nullable BigDecimal average() {
      return orders == 0 ? null : paid.divide(BigDecimal.valueOf(orders), 2, RoundingMode.HALF_UP);
    }
  }
}
