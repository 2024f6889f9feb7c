package dev.winback.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the reading of the mailbox goes: when somebody last looked, when it last worked, how many
 * mails were read, what is wrong now.
 */
public record WatchState(
    @Nullable Instant lookedAt, @Nullable Instant workedAt, long read, @Nullable String fault) {}
