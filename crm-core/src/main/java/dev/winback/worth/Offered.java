package dev.winback.worth;

import dev.winback.offer.Shape;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The offer a loss is weighed with; nothing is offered without a kind. */
record Offered(
    @Nullable String kind,
    @Nullable Shape shape,
    int percent,
    @Nullable BigDecimal cost,
    boolean asks) {

  static final Offered NOTHING = new Offered(null, null, 0, BigDecimal.ZERO, false);

  /** What a letter of the ladder offers. */
  static Offered letter(int percent, @Nullable BigDecimal cost) {
    return percent == 0 ? NOTHING : new Offered("discount", Shape.DISCOUNT, percent, cost, false);
  }

  double money() {
    return cost == null ? 0 : cost.doubleValue();
  }

  /** A discount for who left over the price, better service for who left over the service. */
  boolean matches(@Nullable String problem) {
    return shape == Shape.DISCOUNT && "price".equals(problem)
        || shape == Shape.SERVICE && "service".equals(problem);
  }
}
