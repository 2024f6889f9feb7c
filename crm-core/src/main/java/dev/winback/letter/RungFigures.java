package dev.winback.letter;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Letters of a period that left and that were kept back, those who returned so far, what they
 * bought, in the firm's currency, coupons used and what they gave away, opt-outs, and of the
 * letters that could tell of it (LET-30), those that were opened and clicked.
 */
public record RungFigures(
    long sent,
    long kept,
    long returned,
    long keptReturned,
    BigDecimal revenue,
    long used,
    BigDecimal given,
    long unsubscribed,
    long opened,
    long clicked,
    long tellsOpens,
    long tellsClicks) {

  RungFigures plus(RungFigures other) {
    return new RungFigures(
        sent + other.sent,
        kept + other.kept,
        returned + other.returned,
        keptReturned + other.keptReturned,
        revenue.add(other.revenue),
        used + other.used,
        given.add(other.given),
        unsubscribed + other.unsubscribed,
        opened + other.opened,
        clicked + other.clicked,
        tellsOpens + other.tellsOpens,
        tellsClicks + other.tellsClicks);
  }

  /** Sending and what the used coupons gave away. */
  BigDecimal cost(BigDecimal letter) {
    return letter.multiply(BigDecimal.valueOf(sent)).add(given).setScale(2, RoundingMode.HALF_UP);
  }
}
