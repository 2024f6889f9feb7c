package dev.winback.why;

import java.time.OffsetDateTime;

/** What was looked at before the first step (UND-01): by whom, when; done when all three were. */
public record Background(
    long id,
    boolean purchases,
    boolean staff,
    boolean complaints,
    boolean done,
    String note,
    String member,
    OffsetDateTime lookedAt) {}
