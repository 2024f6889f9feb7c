package dev.winback.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The head of a VIP table (MEA-12): all payers of a month with their bills, what they paid and
 * used, the VIPs of them with theirs; and the list that ends with the month, null where it was
 * never made.
 */
public record VipMonth(
    LocalDate month,
    boolean complete,
    String criterion,
    BigDecimal share,
    String currency,
    int payers,
    int vips,
    int bills,
    BigDecimal paid,
    BigDecimal used,
    int vipBills,
    BigDecimal vipPaid,
    BigDecimal vipUsed,
    @Nullable Integer listed,
    @Nullable Integer joined,
    @Nullable Integer dropped) {}
