package dev.winback.letter;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of one rung of the ladder in one lapse, or will: its letter with state, reason and
 * moments and the days of silence that it stood for, or none and then why not; due is the day on
 * which it is reached if the silence lasts.
 */
public record RungOfLapse(
    int number,
    Prospect prospect,
    @Nullable LetterId letter,
    @Nullable Integer height,
    @Nullable LetterStatus status,
    @Nullable HoldReason reason,
    @Nullable Instant until,
    @Nullable Instant putOffUntil,
    @Nullable Instant sentAt,
    @Nullable LocalDate due) {

  RungOfLapse because(Prospect prospect, HoldReason reason, @Nullable Instant until) {
    return new RungOfLapse(
        number, prospect, letter, height, status, reason, until, putOffUntil, sentAt, due);
  }

  /** Where a rung stands that may have no letter yet. */
  public enum Prospect {
    WRITTEN,
    /** The lapse has ended: no letter follows. */
    OVER,
    OFF,
    LATER,
    /** The next night writes it, or says why it waits. */
    TONIGHT,
    /** Reached, and not written for a reason. */
    PASSED;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
