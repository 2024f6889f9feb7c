package dev.winback.offer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What an offer costs on the first order and what it leaves of it, in the firm's currency and half
 * up to cents: cost = order × (percent + share) / 100 + fixed, margin after = order × margin / 100
 * − cost. The order is a usual one of his: turnover ÷ purchase days; null: none is known.
 */
public record Deal(
    @Nullable BigDecimal order,
    BigDecimal marginPercent,
    int percent,
    BigDecimal fixed,
    BigDecimal share) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  static Deal of(OfferKind kind, int percent, @Nullable BigDecimal order, BigDecimal margin) {
    return new Deal(order, margin, percent, kind.fixed(), kind.share());
  }

  /** Null: it depends on an order of which nothing is known. */
  public @Nullable BigDecimal cost() {
    var percents = percents();
    if (order == null) {
      return percents.signum() == 0 ? fixed : null;
    }
    return ofOrder(order, percents).add(fixed);
  }

  public @Nullable BigDecimal marginAfter() {
    var cost = cost();
    return order == null || cost == null ? null : ofOrder(order, marginPercent).subtract(cost);
  }

  /** Whether enough is left; of an unknown order its percents must do. */
  public boolean above(BigDecimal floorPercent) {
    var left = marginAfter();
    if (order == null || left == null) {
      return marginPercent.subtract(percents()).compareTo(floorPercent) >= 0;
    }
    return left.compareTo(ofOrder(order, floorPercent)) >= 0;
  }

  private BigDecimal percents() {
    return share.add(BigDecimal.valueOf(percent));
  }

  public static BigDecimal ofOrder(BigDecimal order, BigDecimal percent) {
    return order.multiply(percent).divide(HUNDRED, 2, RoundingMode.HALF_UP);
  }
}
