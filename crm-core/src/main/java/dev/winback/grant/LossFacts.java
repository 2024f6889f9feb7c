package dev.winback.grant;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is known of a loss before somebody offers anything. */
record LossFacts(
    long customer,
    boolean open,
    @Nullable String reason,
    @Nullable String problem,
    @Nullable String paidIn,
    @Nullable BigDecimal revenue,
    @Nullable Integer visits,
    @Nullable LocalDate firstPurchase,
    @Nullable LocalDate lastPurchase,
    @Nullable String abc,
    @Nullable Integer daysLate,
    @Nullable Integer couponPercent,
    @Nullable LocalDate couponUntil,
    @Nullable Integer campaignPercent) {

  /** A usual order: turnover by purchase day; null for who pays in another currency. */
  @Nullable BigDecimal order(String currency) {
    if (revenue == null || visits == null || visits == 0 || !currency.equals(paidIn)) {
      return null;
    }
    var mean = revenue.divide(BigDecimal.valueOf(visits), 2, RoundingMode.HALF_UP);
    return mean.signum() > 0 ? mean : null;
  }

  DebtRule debtRule() {
    return DebtRule.of(firstPurchase, lastPurchase, abc, daysLate);
  }
}
