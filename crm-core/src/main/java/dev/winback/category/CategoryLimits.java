package dev.winback.category;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The limits of the last night as people see them: {@code customers} with a value in the year and
 * its {@code total} by the criterion, the least value of A and of B, what a VIP brings in a month
 * on average, and who bought in other currencies, whose money is in no sum.
 */
public record CategoryLimits(
    LocalDate day,
    int settingId,
    String currency,
    int customers,
    BigDecimal total,
    int foreignCustomers,
    int foreignPurchases,
    @Nullable BigDecimal aValue,
    @Nullable BigDecimal bValue,
    BigDecimal averagePaid,
    BigDecimal averageUsed,
    BigDecimal averagePurchases,
    BigDecimal averageUnits) {}
