package dev.winback.task;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A call as it was logged, with the next step that follows from it; no next step means that the
 * work ends, or that letters take over.
 */
public record Logged(
    TaskId task,
    String customer,
    CallResult result,
    @Nullable TaskId nextTask,
    @Nullable TaskKind nextKind,
    @Nullable LocalDate nextOn,
    @Nullable Instant nextAt,
    Instant calledAt) {}
