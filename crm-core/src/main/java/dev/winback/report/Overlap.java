package dev.winback.report;

import dev.winback.category.Criterion;
import dev.winback.category.FrontShare;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Two criteria side by side (DEC-06): what part of the customers is A by each and what it brings,
 * how many are A by both, and by one alone.
 */
public record Overlap(Side one, Side other, long both) {

  /** One of them: how many are A by it, and how many of these are not by the other. */
  public record Side(FrontShare share, long customers, long alone) {

    public Criterion criterion() {
      return share.criterion();
    }

    /** Percent of all who brought something by this criterion. */
    public BigDecimal ofCustomers() {
      return percent(BigDecimal.valueOf(share.inFront()), BigDecimal.valueOf(share.customers()));
    }

    /** Percent of all that was brought. */
    public BigDecimal ofTotal() {
      return percent(share.brings(), share.total());
    }

    /** Percent of those who are A by this one that are A by the other as well. */
    public BigDecimal shared() {
      return percent(BigDecimal.valueOf(customers - alone), BigDecimal.valueOf(customers));
    }
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? BigDecimal.ZERO
        : part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP);
  }
}
