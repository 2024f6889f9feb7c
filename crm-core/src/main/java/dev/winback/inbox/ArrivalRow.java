package dev.winback.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing that came back, in a list; sender and words only while nobody knows whose it is. */
public record ArrivalRow(
    long id,
    String kind,
    String state,
    Instant cameAt,
    @Nullable Long letter,
    @Nullable String ref,
    @Nullable String customer,
    @Nullable String severity,
    @Nullable String status,
    @Nullable String sender,
    @Nullable String subject,
    @Nullable String words) {}
