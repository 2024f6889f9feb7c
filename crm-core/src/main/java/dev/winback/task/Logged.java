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
    @Nullable CallDetail detail,
    @Nullable TaskId nextTask,
    @Nullable TaskKind nextKind,
    @Nullable LocalDate nextOn,
    @Nullable Instant nextAt,
    Instant calledAt) {

  /** The line that was pressed: the detail where there is one. */
  public String said() {
    return detail == null ? result.code() : detail.code();
  }

  static Logged of(
      Task task,
      Callee callee,
      CallResult result,
      @Nullable CallDetail detail,
      @Nullable Task next,
      Instant at) {
    return new Logged(
        task.id(),
        callee.name(),
        result,
        detail,
        next == null ? null : next.id(),
        next == null ? null : next.kind(),
        next == null ? null : next.dueOn(),
        next == null ? null : next.dueAt(),
        at);
  }
}
