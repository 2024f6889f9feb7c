package dev.winback.report;

import dev.winback.lapse.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A loss behind a step of the funnel: whose, when it was noticed and how far it came (0 to 5). */
public record FunnelName(
    long lapse,
    String ref,
    String name,
    @Nullable String city,
    @Nullable String owner,
    Stage stage,
    LocalDate openedOn,
    int step,
    BigDecimal valueYear,
    String currency) {}
