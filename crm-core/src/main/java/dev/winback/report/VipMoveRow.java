package dev.winback.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Who came to the VIP list, or went, with the category he has now; {@code money}: the value is none
 * of pieces.
 */
public record VipMoveRow(
    long id,
    String ref,
    String name,
    @Nullable String city,
    @Nullable String owner,
    @Nullable String abc,
    @Nullable String xyz,
    @Nullable BigDecimal value,
    String currency,
    boolean erased,
    boolean money) {}
