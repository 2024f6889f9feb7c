package dev.winback.task;

import java.time.LocalDate;

/**
 * A member's day in figures: what is done, what waits for the next working day, and of how many of
 * his customers the contact data are stale, up to one more than {@link #STALE_COUNTED}.
 */
public record DayLine(
    int calls,
    int talks,
    int done,
    int planned,
    int promises,
    int stale,
    String login,
    LocalDate nextDay) {

  /** How far stale contact data are counted: beyond it they are many. */
  public static final int STALE_COUNTED = 100;

  public boolean manyStale() {
    return stale > STALE_COUNTED;
  }

  /** The figure to show: of many, how many there are more than. */
  public int staleShown() {
    return Math.min(stale, STALE_COUNTED);
  }
}
