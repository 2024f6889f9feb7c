package dev.winback.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the reading of the mailbox goes: when somebody last looked, how many mails were read, how
 * many of the last look could not be stored, what is wrong now.
 */
public record WatchState(
    @Nullable Instant lookedAt, long read, int failed, @Nullable String fault) {}
