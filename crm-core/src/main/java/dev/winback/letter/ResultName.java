package dev.winback.letter;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A customer behind a number of the results: his letter, and what he bought first after it. */
public record ResultName(
    LetterId letter,
    int rung,
    String ref,
    String name,
    Instant since,
    @Nullable Instant boughtAt,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable String credit,
    @Nullable String coupon,
    boolean used) {}
