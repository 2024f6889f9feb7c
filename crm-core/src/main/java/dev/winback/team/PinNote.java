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
    Instant calledAt,
    String author,
    @Nullable String positive,
    @Nullable String interesting,
    @Nullable String negative,
    Instant writtenAt,
    @Nullable Instant seenAt) {

  public Duration delay() {
    return Duration.between(calledAt, writtenAt);
  }
}
