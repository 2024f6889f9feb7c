package dev.winback.letter;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A letter in a list; put off: the receiver refused it for now, and it is tried again then. */
public record LetterRow(
    LetterId id,
    String ref,
    String customer,
    int rung,
    LetterStatus status,
    @Nullable HoldReason reason,
    @Nullable Instant holdUntil,
    @Nullable Instant putOffUntil,
    int percent,
    @Nullable String coupon,
    LocalDate dueOn,
    @Nullable Instant announcedAt,
    @Nullable Instant sentAt,
    @Nullable Doubt doubt) {}
