package dev.winback.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer behind a share of who buys again: the day of the complaint that is judged, days with a
 * purchase, and whether it counts as bought again.
 */
public record AgainName(
    long id,
    String ref,
    String name,
    @Nullable LocalDate complainedOn,
    @Nullable Integer visits,
    @Nullable LocalDate firstPurchase,
    @Nullable LocalDate lastPurchase,
    boolean again) {}
