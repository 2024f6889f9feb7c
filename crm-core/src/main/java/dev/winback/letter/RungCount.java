package dev.winback.letter;

import org.jspecify.annotations.Nullable;

/** How many letters of a rung share a reason; null counts those that nothing holds. */
record RungCount(int rung, @Nullable String reason, long letters) {

  ReasonCount because() {
    return new ReasonCount(LetterPlanning.reason(reason), letters);
  }
}
