package dev.winback.letter;

import org.jspecify.annotations.Nullable;

/** A due customer of a rung: gets the letter (because is null) or does not, because. */
public record Judgement(long lapse, String ref, String customer, @Nullable HoldReason because) {

  public boolean gets() {
    return because == null;
  }
}
