package dev.winback.task;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as service works on it: until when it is answered by the clock of LET-22, whether a
 * loss waits for it, and what the customer says of the answer (null: not asked).
 */
public record ServiceCase(
    String ref,
    String customer,
    long complaint,
    Instant cameAt,
    Instant dueAt,
    boolean overdue,
    @Nullable Integer severity,
    @Nullable String text,
    @Nullable String owner,
    boolean lossWaits,
    @Nullable Instant resolvedAt,
    @Nullable Boolean satisfied) {}
