package dev.winback.value;

import dev.winback.shared.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * Lifetime value as people count it on paper (DEC-10): years × purchases a year × amount. The model
 * counts it by chances instead ({@link BuyingModel#lifetimeValue}).
 */
public record Lifetime(BigDecimal years, BigDecimal purchasesAYear, Money amount) {

  /**
   * How much longer the second lifetime is worth than the first: 1,410 to 1,262 dollars of one
   * telecom (DEC-15, Kumar 2015); a labelled benchmark, and where the firm begins before it knows
   * its own.
   */
  public static final BigDecimal SECOND_TO_FIRST =
      new BigDecimal("1410").divide(new BigDecimal("1262"), new MathContext(6));

  public Money value() {
    return new Money(
        years.multiply(purchasesAYear).multiply(amount.amount()).setScale(2, RoundingMode.HALF_UP),
        amount.currency());
  }

  /** A part of the customers with a lifetime of their own. */
  public record Share(BigDecimal weight, Lifetime lifetime) {}

  /** DEC-11: where the range is mixed, the mean weighted by customers or turnover. */
  public static Money weighted(List<Share> shares) {
    var weights = shares.stream().map(Share::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    var sum =
        shares.stream()
            .map(share -> share.lifetime().value().amount().multiply(share.weight()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Money(
        sum.divide(weights, 2, RoundingMode.HALF_UP), shares.get(0).lifetime().amount().currency());
  }
}
