package dev.winback.letter;

import org.jspecify.annotations.Nullable;

/**
 * Where a letter went, by what the relay's log knows it, and what was answered; null what is not
 * known yet, or of an erased person any more.
 */
public record Trace(
    @Nullable String address, @Nullable String messageId, @Nullable String answer) {}
