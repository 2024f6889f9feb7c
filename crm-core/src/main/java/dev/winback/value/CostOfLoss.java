package dev.winback.value;

import dev.winback.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What lost customers cost in a year: turnover at risk, for attention and not for ranking (DEC-09,
 * DEC-12). Customers × what one brought a year.
 */
public record CostOfLoss(long customers, Money year) {

  /** Of one customer; zero for none. */
  public Money each() {
    return customers == 0
        ? Money.zero(year.currency())
        : new Money(
            year.amount().divide(BigDecimal.valueOf(customers), 2, RoundingMode.HALF_UP),
            year.currency());
  }

  /**
   * In months of something that is paid each month, a salary or the rent (one decimal); null in
   * another currency or where nobody has said what it costs.
   */
  public @Nullable BigDecimal months(@Nullable Money monthly) {
    return monthly == null
            || monthly.amount().signum() <= 0
            || !monthly.currency().equals(year.currency())
        ? null
        : year.amount().divide(monthly.amount(), 1, RoundingMode.HALF_UP);
  }
}
