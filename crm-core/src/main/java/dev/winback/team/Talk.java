package dev.winback.team;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One of the last talks with a customer, as the sheet for a visit shows it. */
public record Talk(
    Instant at,
    String channel,
    @Nullable String result,
    @Nullable String note,
    @Nullable String by) {}
