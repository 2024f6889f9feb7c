package dev.winback.bulk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One act upon many losses and how far it is: {@code done} were done, {@code refused} were not,
 * {@code left} were not reached before it was stopped; of those taken back {@code undone} are as
 * before and {@code kept} had moved on.
 */
public record BulkJob(
    long id,
    BulkAction action,
    @Nullable String query,
    State state,
    String member,
    long memberId,
    Instant startedAt,
    @Nullable Instant finishedAt,
    int rows,
    int waiting,
    int done,
    int refused,
    int left,
    int undone,
    int kept) {

  /** Where it stands. */
  public enum State {
    RUNNING,
    DONE,
    CANCELLED,
    UNDOING,
    UNDONE;

    /** As it is called outside. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public boolean running() {
    return state == State.RUNNING || state == State.UNDOING;
  }

  /** Percent of what it is at. */
  public int percent() {
    int open = state == State.UNDOING ? done : waiting;
    int all = state == State.UNDOING ? done + undone + kept : rows;
    return all == 0 ? 100 : (all - open) * 100 / all;
  }

  public boolean cancellable() {
    return state == State.RUNNING;
  }

  /** Something of it stands that may be taken back. */
  public boolean takeable() {
    return (state == State.DONE || state == State.CANCELLED) && done > 0;
  }
}
