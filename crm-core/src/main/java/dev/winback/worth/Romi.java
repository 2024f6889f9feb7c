package dev.winback.worth;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * ROMI, the return on what was spent (MEA-04): (margin − cost) ÷ cost, both in one currency; the
 * same wherever it is shown.
 */
public record Romi(BigDecimal margin, BigDecimal cost) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What was earned beyond the cost. */
  public BigDecimal profit() {
    return margin.subtract(cost);
  }

  /** In whole percent; null where nothing was spent. */
  public @Nullable Long percent() {
    return cost.signum() == 0
        ? null
        : profit().multiply(HUNDRED).divide(cost, 0, RoundingMode.HALF_UP).longValue();
  }

  /** Percent of a turnover, to the cent. */
  public static BigDecimal margin(BigDecimal turnover, BigDecimal percent) {
    return turnover.multiply(percent).divide(HUNDRED, 2, RoundingMode.HALF_UP);
  }
}
