package dev.winback.report;

import dev.winback.shared.Money;
import dev.winback.value.Lifetime;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What the customers of a part have brought since their first purchase: as a lifetime of one of
 * them on average. The {@code name} is a letter or a kind of buyer; null: nobody said the kind.
 */
public record LifetimePart(
    @Nullable String name, long customers, BigDecimal years, BigDecimal orders, BigDecimal paid) {

  private static final MathContext EXACT = MathContext.DECIMAL64;

  LifetimePart plus(LifetimePart other) {
    return new LifetimePart(
        name,
        customers + other.customers,
        years.add(other.years),
        orders.add(other.orders),
        paid.add(other.paid));
  }

  Lifetime lifetime(String currency) {
    return new Lifetime(
        years.divide(BigDecimal.valueOf(customers), EXACT),
        orders.divide(years, EXACT),
        new Money(paid.divide(orders, EXACT), currency));
  }

  Lifetime.Share share(String currency) {
    return new Lifetime.Share(BigDecimal.valueOf(customers), lifetime(currency));
  }

  /** Of one customer, with one decimal. */
  public BigDecimal stays() {
    return years.divide(BigDecimal.valueOf(customers), 1, RoundingMode.HALF_UP);
  }

  public BigDecimal ordersAYear() {
    return orders.divide(years, 1, RoundingMode.HALF_UP);
  }

  public BigDecimal order() {
    return paid.divide(orders, 2, RoundingMode.HALF_UP);
  }

  /** Years × orders a year × paid for an order. */
  public BigDecimal value() {
    return lifetime("").value().amount();
  }
}
