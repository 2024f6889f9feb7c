package dev.winback.letter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A due customer of a rung: gets the letter (because is null) or does not, because; where the
 * reason ends by itself, the day on which it does.
 */
public record Judgement(
    long lapse,
    String ref,
    String customer,
    @Nullable HoldReason because,
    @Nullable LocalDate until) {

  public boolean gets() {
    return because == null;
  }

  /** Gets it when somebody lets it go. */
  public boolean waits() {
    return because == HoldReason.REVIEW;
  }
}
