package dev.winback.letter;

import dev.winback.shared.Hours;
import org.jspecify.annotations.Nullable;

/**
 * When letters leave that may leave: not while all sending or the rung is stopped, else within the
 * hours of the customer's clock, on weekdays only if so, and at most so many a day, of all rungs
 * and of this one (null: no cap).
 */
public record SendingTime(
    boolean stopped,
    boolean rungStopped,
    Hours hours,
    boolean weekdays,
    @Nullable Integer dailyCap,
    @Nullable Integer rungCap) {

  /** Letters a day that leave of the rung at most; null for no cap. */
  public @Nullable Integer mostADay() {
    return dailyCap == null || rungCap != null && rungCap < dailyCap ? rungCap : dailyCap;
  }
}
