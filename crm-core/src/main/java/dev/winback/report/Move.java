package dev.winback.report;

import dev.winback.lapse.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One loss or return: who and when; without a stage when it is from history. */
public record Move(
    long id,
    String ref,
    String name,
    @Nullable String city,
    @Nullable String owner,
    LocalDate day,
    boolean fromHistory,
    @Nullable BigDecimal valueYear,
    @Nullable String currency,
    @Nullable Stage stage) {}
