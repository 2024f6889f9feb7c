package dev.winback.aftercare;

import dev.winback.lapse.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A customer whom we dropped, why and by whom; chance and gain are those of the day it closed. */
public record Refusal(
    long lapse,
    String ref,
    String name,
    @Nullable String city,
    String status,
    Stage stage,
    @Nullable LocalDate closedOn,
    @Nullable String closedBy,
    @Nullable String closeReason,
    BigDecimal valueYear,
    String currency,
    LocalDate silentSince,
    @Nullable BigDecimal chance,
    @Nullable BigDecimal gain) {}
