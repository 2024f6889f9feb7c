package dev.winback.worth;

import dev.winback.value.ChanceSource;
import dev.winback.value.Worth;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the worth of a loss comes from (DEC-13, DEC-14, DEC-17).
 *
 * @param effects the greatest first
 * @param outcomes of the firm's own that were learnt from, and how many of them were returns
 * @param planned calls or letters that are planned from now on
 * @param now what may be expected if nothing is done; null without a model
 */
public record Explanation(
    CaseWorth worth,
    List<Effect> effects,
    int outcomes,
    int returned,
    ChanceSource source,
    LocalDate fittedOn,
    int silentDays,
    int purchases,
    int attempts,
    CostSettings costs,
    int planned,
    Spent spent,
    @Nullable Worth now) {}
