package dev.winback.signal;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One change of the limits of a kind; without limits the kind has none of its own any more. */
public record LimitsChange(
    long id, String kind, @Nullable Limits limits, @Nullable String member, OffsetDateTime at) {}
