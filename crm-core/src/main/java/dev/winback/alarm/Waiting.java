package dev.winback.alarm;

import dev.winback.grant.Answered;
import java.util.stream.LongStream;

/**
 * What waits for a member on every page: black marks not seen, questions not answered, offers to
 * decide, and what a manager answered to his own.
 */
public record Waiting(int alarms, long questions, int approvals, Answered answered) {

  /** A stranger's. */
  public static final Waiting NOTHING = new Waiting(0, 0, 0, new Answered(0, 0));

  /** How many of them there are. */
  public long count() {
    return LongStream.of(alarms, questions, approvals, answered.approved(), answered.refused())
        .filter(n -> n > 0)
        .count();
  }
}
