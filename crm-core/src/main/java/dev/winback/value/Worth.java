package dev.winback.value;

import dev.winback.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * What may be expected of one customer if nothing is done, computed when asked for and never
 * stored.
 *
 * @param active the chance of at least one purchase in the next 13 weeks
 * @param source where that chance comes from
 * @param expectedPurchases in the next 52 weeks
 * @param lifetimeValue of the next 24 months at 1 % a month; null for who never paid in the firm's
 *     currency
 */
public record Worth(
    double active, ChanceSource source, double expectedPurchases, @Nullable Money lifetimeValue) {}
