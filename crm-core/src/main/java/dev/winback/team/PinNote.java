package dev.winback.team;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A manager's word on a call: positive, interesting, negative (CAL-30). The delay says how soon
 * after the call it came; soon helps, late does not.
 */
public record PinNote(
    long id,
    long lapse,
    String ref,
    String customer,
    String rep,
    String result,
    @Nullable String detail,
    Instant calledAt,
    String author,
    @Nullable String positive,
    @Nullable String interesting,
    @Nullable String negative,
    Instant writtenAt,
    @Nullable Instant seenAt) {

  /** The line that was pressed, which may say more than the result. */
  public String said() {
    return detail == null ? result : detail;
  }

  public Duration delay() {
    return Duration.between(calledAt, writtenAt);
  }
}
