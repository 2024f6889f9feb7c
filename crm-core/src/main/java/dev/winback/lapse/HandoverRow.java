package dev.winback.lapse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A handover in the list, members by name; taken back when it says when. */
public record HandoverRow(
    long id,
    String kind,
    String reason,
    @Nullable String leaver,
    @Nullable String by,
    Instant madeAt,
    @Nullable Instant undoneAt,
    long customers,
    long lapses,
    long tasks,
    @Nullable String to) {}
