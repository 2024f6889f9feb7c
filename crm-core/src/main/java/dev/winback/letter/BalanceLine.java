package dev.winback.letter;

import org.jspecify.annotations.Nullable;

/** How many letters of a rung are in one state for one reason. */
public record BalanceLine(
    int rung, LetterStatus status, @Nullable HoldReason reason, long letters) {}
