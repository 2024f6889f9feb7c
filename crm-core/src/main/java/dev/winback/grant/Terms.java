package dev.winback.grant;

import dev.winback.offer.Deal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an offer is, with everything its cost is counted from. */
record Terms(
    String kind,
    @Nullable String plus,
    int percent,
    BigDecimal fixed,
    BigDecimal share,
    @Nullable BigDecimal debt,
    int prepaid,
    @Nullable BigDecimal order,
    BigDecimal marginPercent,
    BigDecimal floorPercent,
    int mostPercent,
    String currency) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Deal deal() {
    return new Deal(order, marginPercent, debt == null ? percent : 0, fixed, share);
  }

  /**
   * That of the first order, and of a debt what is written off and what of the rest becomes a
   * prepayment. Null: it depends on an order of which nothing is known.
   */
  @Nullable BigDecimal cost() {
    var order = deal().cost();
    return order == null || debt == null ? order : order.add(conceded(debt));
  }

  private BigDecimal conceded(BigDecimal owed) {
    var writtenOff = owed.multiply(BigDecimal.valueOf(percent)).divide(HUNDRED);
    var repaid = owed.subtract(writtenOff);
    var back = repaid.multiply(BigDecimal.valueOf(prepaid)).divide(HUNDRED);
    return writtenOff.add(back).setScale(2, RoundingMode.HALF_UP);
  }

  /** Of the first order, of which a debt is no part: null where only a debt is conceded. */
  @Nullable BigDecimal marginAfter() {
    return debtAlone() ? null : deal().marginAfter();
  }

  boolean aboveFloor() {
    return debtAlone() || deal().above(floorPercent);
  }

  private boolean debtAlone() {
    return debt != null && fixed.signum() == 0 && share.signum() == 0;
  }

  /** A discount on the first order: two of them never run at once. */
  boolean discount() {
    return debt == null && percent > 0;
  }

  /** What the story of the loss tells of this offer. */
  Map<String, Object> told(GrantId offer) {
    return Map.of(
        "offer",
        offer.value(),
        "kind",
        kind,
        "percent",
        percent,
        "cost",
        Objects.requireNonNullElse(cost(), BigDecimal.ZERO));
  }

  Terms with(int percent, BigDecimal fixed) {
    return new Terms(
        kind,
        plus,
        percent,
        fixed,
        share,
        debt,
        prepaid,
        order,
        marginPercent,
        floorPercent,
        mostPercent,
        currency);
  }

  /** The same with another margin, under other bounds. */
  Terms within(BigDecimal marginPercent, BigDecimal floorPercent, int mostPercent) {
    return new Terms(
        kind,
        plus,
        percent,
        fixed,
        share,
        debt,
        prepaid,
        order,
        marginPercent,
        floorPercent,
        mostPercent,
        currency);
  }
}
