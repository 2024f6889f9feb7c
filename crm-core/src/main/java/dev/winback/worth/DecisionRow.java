package dev.winback.worth;

import dev.winback.lapse.Decision;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it was taken: days of silence, money a year in its currency, chance of a return
 * from 0 to 1, cost and expected gain in the firm's currency, all as of then (null: not weighed).
 */
public record DecisionRow(
    Decision decision,
    @Nullable String reason,
    int silentDays,
    BigDecimal valueYear,
    String currency,
    @Nullable BigDecimal chance,
    @Nullable BigDecimal cost,
    @Nullable BigDecimal gain,
    String by,
    OffsetDateTime decidedAt,
    @Nullable OffsetDateTime undoneAt) {}
