package dev.winback.offer;

import dev.winback.shared.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What holds for all offers: the objective, what no approval can go beyond (margin floor in percent
 * of the first order, highest discount), what a rep grants on the spot (percent, money for an
 * offer, money for a month in the firm's currency), days to the answer and of validity.
 */
public record OfferRules(
    Objective objective,
    BigDecimal floorPercent,
    int mostPercent,
    int repPercent,
    BigDecimal repMoney,
    BigDecimal repMonth,
    int answerDays,
    int validDays) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal DEAREST = BigDecimal.valueOf(1_000_000);
  private static final int LONGEST = 365;
  private static final int PATIENCE = 60;

  /** What a rep of whom nothing else is said may grant. */
  public OfferLimits limits() {
    return new OfferLimits(repPercent, repMoney, repMonth);
  }

  /** The same with two decimals, refused with the field that is out of its range. */
  OfferRules checked() {
    between("floorPercent", floorPercent, BigDecimal.ZERO, HUNDRED);
    between("mostPercent", BigDecimal.valueOf(mostPercent), BigDecimal.ONE, HUNDRED);
    between("repPercent", BigDecimal.valueOf(repPercent), BigDecimal.ZERO, HUNDRED);
    between("repMoney", repMoney, BigDecimal.ZERO, DEAREST);
    between("repMonth", repMonth, BigDecimal.ZERO, DEAREST);
    days("validDays", validDays, LONGEST);
    days("answerDays", answerDays, Math.min(PATIENCE, validDays));
    return new OfferRules(
        objective,
        two(floorPercent),
        mostPercent,
        repPercent,
        two(repMoney),
        two(repMonth),
        answerDays,
        validDays);
  }

  private static void days(String field, int days, int most) {
    between(field, BigDecimal.valueOf(days), BigDecimal.ONE, BigDecimal.valueOf(most));
  }

  static void between(String field, BigDecimal value, BigDecimal least, BigDecimal most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw Refused.field(field, "refused.between", least, most, value);
    }
  }

  private static BigDecimal two(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}
