package dev.winback.worth;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What the figures of one customer say to each criterion; null where there are none. */
record CriteriaFigures(
    @Nullable BigDecimal margin,
    @Nullable BigDecimal ofTurnover,
    int purchases,
    int withCoupon,
    @Nullable BigDecimal lastMean,
    @Nullable BigDecimal earlierMean,
    boolean foreignYear,
    @Nullable String abc,
    @Nullable String xyz,
    @Nullable Boolean candidate,
    boolean flagship,
    boolean paysBadly,
    @Nullable String competitor,
    @Nullable Boolean overPrice,
    @Nullable Integer daysLate,
    int complaints) {

  private static final int HUNDRED = 100;

  /** Percent of the turnover whose margin is known. */
  @Nullable Integer marginPercent() {
    return margin == null || ofTurnover == null || ofTurnover.signum() <= 0
        ? null
        : margin
            .multiply(BigDecimal.valueOf(HUNDRED))
            .divide(ofTurnover, 0, RoundingMode.HALF_UP)
            .intValue();
  }

  /** Percent of the earlier amount of a purchase that the last three had. */
  @Nullable Integer growth() {
    return lastMean == null || earlierMean == null || earlierMean.signum() <= 0
        ? null
        : lastMean
            .multiply(BigDecimal.valueOf(HUNDRED))
            .divide(earlierMean, 0, RoundingMode.HALF_UP)
            .intValue();
  }

  int couponPercent() {
    return purchases == 0 ? 0 : withCoupon * HUNDRED / purchases;
  }
}
