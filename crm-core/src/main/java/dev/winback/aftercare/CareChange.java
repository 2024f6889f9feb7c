package dev.winback.aftercare;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Settings as they were from a moment on; without a member: as delivered. */
public record CareChange(
    int id, CareSettings settings, @Nullable String member, OffsetDateTime changedAt) {}
