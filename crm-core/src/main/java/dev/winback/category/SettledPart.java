package dev.winback.category;

import dev.winback.customer.CustomerId;
import dev.winback.purchase.CustomerRange;
import java.util.List;
import java.util.Set;

/** What follows in the same transaction once the categories of a part of the customers stand. */
@FunctionalInterface
public interface SettledPart {

  /**
   * The number of rows written. Of these customers, {@code vips} are all who are on the VIP list or
   * were on the one before, but for those to be judged {@code again}, by themselves and by the new
   * limits: of them something was told after the night had passed them.
   */
  long follow(CustomerRange customers, List<VipStanding> vips, Set<CustomerId> again);
}
