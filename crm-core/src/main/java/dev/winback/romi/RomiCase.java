package dev.winback.romi;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One return, one cost or one letter behind a part: its day, whose loss it is about, and its amount
 * in the firm's currency: turnover of a return or a letter, else what was spent. {@code kind} says
 * what it is, where a part has several.
 */
public record RomiCase(
    long id,
    LocalDate day,
    long lapse,
    String ref,
    String name,
    @Nullable String kind,
    BigDecimal amount) {}
