package dev.winback.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One invoice of a customer by the {@code number} of its purchase or payment: when it was due and
 * when it was paid, null while it is owed; {@code delay} in days, below 0 when it was paid before
 * its day; the amount, null where it was paid in several currencies, is what came or what is owed.
 */
public record Invoice(
    String ref,
    String name,
    long id,
    String number,
    LocalDate due,
    @Nullable LocalDate paid,
    int delay,
    @Nullable BigDecimal amount,
    String currency) {}
