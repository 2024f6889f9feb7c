package dev.winback.letter;

import org.jspecify.annotations.Nullable;

/** The farewell letter of a lapse and why it has not left. */
public record Farewell(LetterId letter, LetterStatus status, @Nullable HoldReason reason) {}
