package dev.winback.report;

import dev.winback.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What losses cost in lifetime value (MEA-02): so many customers, each with what a customer of the
 * firm brings in his life on average.
 */
public record LostLifetimes(long losses, Money each) {

  public Money all() {
    var amount = each.amount().multiply(BigDecimal.valueOf(losses));
    return new Money(amount.setScale(2, RoundingMode.HALF_UP), each.currency());
  }
}
