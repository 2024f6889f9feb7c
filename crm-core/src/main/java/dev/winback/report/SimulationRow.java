package dev.winback.report;

import dev.winback.shared.Money;
import org.jspecify.annotations.Nullable;

/** A customer who would join or leave under other limits, with his money a year. */
public record SimulationRow(
    String ref, String name, @Nullable String city, @Nullable String owner, Money valueYear) {}
