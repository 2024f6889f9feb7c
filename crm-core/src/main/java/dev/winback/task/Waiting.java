package dev.winback.task;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What waits beside the queue: letters to be answered, promises of the next working day (the
 * reminder of the day before), how many promises are broken and still open, and what the returned
 * of today brought and give the member.
 */
public record Waiting(
    List<ReplyRow> replies,
    List<Promise> tomorrow,
    long broken,
    long returned,
    BigDecimal money,
    BigDecimal share,
    String currency) {

  /** How many sentences say so: one for all replies, one for what is broken, one for tomorrow. */
  public long notices() {
    return Stream.of(!replies.isEmpty(), broken > 0, !tomorrow.isEmpty()).filter(n -> n).count();
  }

  /** A promise is broken, or the oldest letter waits too long for its answer. */
  public boolean urgent() {
    return broken > 0 || (!replies.isEmpty() && replies.get(0).overdue());
  }
}
