package dev.winback.category;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A customer on the VIP list or on the one before it: {@code months} of the list in which he was a
 * VIP, {@code average} paid in a month of the list before the last one, {@code last} paid in the
 * last complete month, {@code marginShare} of what was paid in the months of the list (0.25 is a
 * quarter), null when no margin is known. Money in the firm's currency.
 */
public record VipStanding(
    long customer,
    boolean vip,
    boolean before,
    int months,
    BigDecimal average,
    BigDecimal last,
    @Nullable BigDecimal marginShare,
    String currency) {}
