package dev.winback.letter;

import java.time.Instant;

/**
 * Somebody asked for a rung to go live and a second person has to agree: how many letters would
 * leave on the first day, by whom the words are, and who asked.
 */
public record Activation(
    long id,
    int rung,
    boolean backlog,
    long letters,
    long templateId,
    long askedBy,
    String asker,
    Instant askedAt) {}
