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
    Instant calledAt) {

  static Logged of(Task task, Callee callee, CallResult result, @Nullable Task next, Instant at) {
    return new Logged(
        task.id(),
        callee.name(),
        result,
        next == null ? null : next.id(),
        next == null ? null : next.kind(),
        next == null ? null : next.dueOn(),
        next == null ? null : next.dueAt(),
        at);
  }
}
