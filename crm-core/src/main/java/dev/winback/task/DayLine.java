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

  public static final int STALE_COUNTED = 100;
}
