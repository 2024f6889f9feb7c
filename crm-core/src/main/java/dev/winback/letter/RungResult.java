package dev.winback.letter;

import dev.winback.experiment.Finding;
import dev.winback.experiment.Share;
import dev.winback.worth.Romi;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What one rung brought (MEA-06), rung null: all of the ladder: letters that left and that were
 * kept back, returns of both arms whose 60 days are over and what they show, all returns so far,
 * money in the firm's currency, coupons used and what they cost, of all and of those whose 60 days
 * are over, opt-outs, and of the readers who agreed to be told of those who opened and clicked.
 */
public record RungResult(
    @Nullable Integer rung,
    long sent,
    long kept,
    Share treated,
    Share control,
    Finding finding,
    long returned,
    long keptReturned,
    BigDecimal revenue,
    BigDecimal treatedRevenue,
    BigDecimal controlRevenue,
    long used,
    BigDecimal given,
    BigDecimal treatedGiven,
    long unsubscribed,
    long opened,
    long clicked,
    BigDecimal letterCost,
    BigDecimal marginPercent) {

  /** Both arms have somebody. */
  public boolean comparable() {
    return treated.of() > 0 && control.of() > 0;
  }

  /**
   * Whether the money says something: without a comparison that it is too much, or after a look.
   */
  public boolean told() {
    return !comparable() || finding.look() > 0;
  }

  /** Together with another one; what both show is found from their days. */
  RungResult plus(RungResult other, Finding together) {
    return new RungResult(
        null,
        sent + other.sent,
        kept + other.kept,
        treated.plus(other.treated),
        control.plus(other.control),
        together,
        returned + other.returned,
        keptReturned + other.keptReturned,
        revenue.add(other.revenue),
        treatedRevenue.add(other.treatedRevenue),
        controlRevenue.add(other.controlRevenue),
        used + other.used,
        given.add(other.given),
        treatedGiven.add(other.treatedGiven),
        unsubscribed + other.unsubscribed,
        opened + other.opened,
        clicked + other.clicked,
        letterCost,
        marginPercent);
  }

  /** Sending and what the used coupons gave away: of the same letters as the margin. */
  public BigDecimal cost() {
    return letterCost
        .multiply(BigDecimal.valueOf(comparable() ? treated.of() : sent))
        .add(couponCost())
        .setScale(2, RoundingMode.HALF_UP);
  }

  /** Of letters whose 60 days are over, or, without a control arm, of all. */
  public BigDecimal couponCost() {
    return comparable() ? treatedGiven : given;
  }

  /** What the letters brought beyond what would have come by itself: null without a control arm. */
  public @Nullable BigDecimal extraRevenue() {
    if (!comparable()) {
      return null;
    }
    var byItself =
        controlRevenue
            .multiply(BigDecimal.valueOf(treated.of()))
            .divide(BigDecimal.valueOf(control.of()), 2, RoundingMode.HALF_UP);
    return treatedRevenue.subtract(byItself);
  }

  /**
   * Margin of the extra revenue of letters whose 60 days are over, or, without a control arm, of
   * all revenue: too much then.
   */
  public BigDecimal margin() {
    var extra = extraRevenue();
    return Romi.margin(extra == null ? revenue : extra, marginPercent);
  }

  /** In percent (MEA-04); null without cost. */
  public @Nullable Long romi() {
    return new Romi(margin(), cost()).percent();
  }
}
