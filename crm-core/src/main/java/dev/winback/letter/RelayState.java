package dev.winback.letter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The relay as all nodes see it; while it is paused no letter is claimed, and it is tried again by
 * itself at {@code until}. Announcements that a node made and the database lacks stop all sending
 * until a person has confirmed; of these there is one at least.
 */
public record RelayState(
    boolean paused,
    boolean needsPerson,
    @Nullable Instant until,
    @Nullable String message,
    long missing) {}
