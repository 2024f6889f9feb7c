package dev.winback.letter;

import org.jspecify.annotations.Nullable;

/** How many letters share a reason; null counts those that nothing holds. */
public record ReasonCount(@Nullable HoldReason reason, long letters) {

  /** They leave with the next opening. */
  boolean opens() {
    return reason != null && reason.opens();
  }
}
