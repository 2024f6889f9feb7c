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
    long differing) {}
