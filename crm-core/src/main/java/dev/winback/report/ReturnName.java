package dev.winback.report;

import dev.winback.lapse.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A customer who came back, with his milestones; percent is that of his former volume. */
public record ReturnName(
    long lapse,
    String ref,
    String name,
    Stage stage,
    LocalDate returnedOn,
    @Nullable BigDecimal trial,
    String currency,
    @Nullable Integer percent,
    @Nullable LocalDate restoredOn,
    @Nullable LocalDate yearOn,
    boolean again,
    boolean fragile) {}
