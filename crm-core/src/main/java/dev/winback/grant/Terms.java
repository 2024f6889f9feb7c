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
   * Of a debt what is written off, and of the rest what becomes a prepayment; else that of the
   * first order. Null: it depends on an order of which nothing is known.
   */
  @Nullable BigDecimal cost() {
    return debt == null ? deal().cost() : conceded(debt);
  }

  private BigDecimal conceded(BigDecimal owed) {
    var writtenOff = owed.multiply(BigDecimal.valueOf(percent)).divide(HUNDRED);
    var repaid = owed.subtract(writtenOff);
    var back = repaid.multiply(BigDecimal.valueOf(prepaid)).divide(HUNDRED);
    return writtenOff.add(back).setScale(2, RoundingMode.HALF_UP);
  }

  /** Of the first order; a debt is no part of it. */
  @Nullable BigDecimal marginAfter() {
    return debt == null ? deal().marginAfter() : null;
  }

  boolean aboveFloor() {
    return debt != null || deal().above(floorPercent);
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
