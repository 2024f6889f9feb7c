package dev.winback.letter;

import org.jspecify.annotations.Nullable;

/** How many letters share a reason; null counts those that nothing holds. */
public record ReasonCount(@Nullable HoldReason reason, long letters) {}
