package dev.winback.letter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rung as the sender sees it: its cap of a day, and since when and why the program stopped it.
 */
public record RungLoad(
    int number,
    @Nullable Integer dailyCap,
    @Nullable Instant pausedAt,
    @Nullable String pausedBecause) {

  /** What was agreed is confirmed at once, however many letters have left. */
  public boolean mayBeCapped() {
    return number != Confirmations.RUNG;
  }
}
