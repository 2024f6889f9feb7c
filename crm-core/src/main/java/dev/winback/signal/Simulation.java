package dev.winback.signal;

import dev.winback.shared.Money;
import java.util.List;

/**
 * What other limits would change: customers, and their money a year as the sum of those added less
 * those removed, by currency.
 */
public record Simulation(int added, int removed, List<Money> money) {}
