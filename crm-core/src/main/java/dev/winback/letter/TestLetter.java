package dev.winback.letter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A letter that a member sent to himself to look at; reply null: it stayed on this machine. */
public record TestLetter(
    long id,
    int rung,
    String address,
    String subject,
    String html,
    String text,
    @Nullable String reply,
    Instant sentAt) {}
