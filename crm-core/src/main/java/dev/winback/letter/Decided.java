package dev.winback.letter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the last question for a second person ended: who said no, when, and his word, if any. */
public record Decided(String by, Instant at, @Nullable String word) {}
