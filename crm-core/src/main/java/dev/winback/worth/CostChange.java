package dev.winback.worth;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Costs as somebody set them; the member is null as delivered. */
public record CostChange(
    int id, CostSettings settings, @Nullable String member, OffsetDateTime changedAt) {}
