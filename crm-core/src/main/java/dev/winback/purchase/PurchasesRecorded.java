package dev.winback.purchase;

import dev.winback.customer.CustomerId;
import java.util.Set;

/**
 * Purchases of these customers were stored, corrected or refunded, in the transaction of whoever
 * publishes this.
 */
public record PurchasesRecorded(Set<CustomerId> customers) {}
