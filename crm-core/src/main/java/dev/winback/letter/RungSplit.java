package dev.winback.letter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Half of a rung's letters, by lot, give another discount ({@code other}, in percent) than the rung
 * ({@code own}), from a day on and until it was ended.
 */
public record RungSplit(
    int rung, int own, int other, LocalDate since, @Nullable LocalDate endedOn) {

  public boolean running() {
    return endedOn == null;
  }

  public int dearer() {
    return Math.max(own, other);
  }

  public int cheaper() {
    return Math.min(own, other);
  }
}
