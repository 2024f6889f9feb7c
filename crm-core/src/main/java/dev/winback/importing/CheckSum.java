package dev.winback.importing;

import java.math.BigDecimal;

/**
 * A shop's own count of its customers' paid orders and their money (net, in the shop's currency)
 * beside ours; {@code differing} customers have another number of orders here than there.
 */
public record CheckSum(
    long customers,
    long toldOrders,
    long orders,
    BigDecimal toldSpent,
    BigDecimal spent,
    long differing) {

  /** The customers came first, as they should: their orders are still to be loaded. */
  public boolean none() {
    return orders == 0 && toldOrders > 0;
  }
}
