package dev.winback.worth;

import dev.winback.lapse.Stage;
import dev.winback.value.Buying;
import dev.winback.value.Buying.Spend;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What was known of one loss on a day; returned is null as long as nobody can say, and lost twice
 * is who came back by our help before. What is said of his purchases is that of the last night,
 * also of a day gone by.
 */
record CaseRow(
    long lapse,
    long customer,
    String currency,
    LocalDate day,
    String channel,
    int contacts,
    int percent,
    @Nullable Boolean returned,
    int silentDays,
    int visits,
    LocalDate firstPurchase,
    LocalDate lastPurchase,
    @Nullable BigDecimal repeatMean,
    BigDecimal revenue,
    String paidIn,
    @Nullable String reason,
    @Nullable String problem,
    boolean guess,
    boolean human,
    boolean humanKnown,
    @Nullable Integer severity,
    boolean referred,
    int complaints,
    int unresolved,
    int attempts,
    @Nullable Boolean byLoser,
    boolean lostTwice,
    Stage stage,
    @Nullable String grantKind,
    @Nullable Integer grantPercent,
    @Nullable BigDecimal grantCost) {

  /** As the night counted it; whose money is in another currency bought without any. */
  Buying buying(String firmCurrency) {
    double recency = ChronoUnit.DAYS.between(firstPurchase, lastPurchase) / Buying.WEEK;
    double age = ChronoUnit.DAYS.between(firstPurchase, day) / Buying.WEEK;
    return new Buying(
        visits - 1,
        recency,
        Math.max(age, recency),
        0,
        paidIn.equals(firmCurrency) ? spend() : Spend.NONE);
  }

  private Spend spend() {
    double mean = repeatMean == null ? 0 : repeatMean.doubleValue();
    int repeats = mean > 0 ? visits - 1 : 0;
    return new Spend(repeats, mean, Math.max(revenue.doubleValue() - repeats * mean, 0));
  }

  /** A usual order of his: turnover by purchase day; null for who paid in another currency. */
  @Nullable BigDecimal order(String firmCurrency) {
    boolean known = paidIn.equals(firmCurrency) && visits > 0 && revenue.signum() > 0;
    var mean = known ? revenue.divide(BigDecimal.valueOf(visits), 2, RoundingMode.HALF_UP) : null;
    return mean == null || mean.signum() == 0 ? null : mean;
  }

  Channel asked() {
    return Channel.of(channel);
  }

  /** Circumstances that no offer changes. */
  boolean gone() {
    return "moved".equals(reason) || "person-gone".equals(reason);
  }
}
