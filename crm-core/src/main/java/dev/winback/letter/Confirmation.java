package dev.winback.letter;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed in a call and is to be confirmed in writing (CAL-14): {@code draft}, {@code
 * waiting} (on its way, or held), {@code sent}, {@code stopped} (it did not leave, and will not) or
 * {@code dropped}; subject and body are null until somebody has written them.
 */
public record Confirmation(
    long call,
    String state,
    String ref,
    String customer,
    @Nullable String email,
    String result,
    Instant calledAt,
    @Nullable String promise,
    @Nullable LocalDate nextOn,
    @Nullable Instant nextAt,
    @Nullable String place,
    String note,
    String login,
    String member,
    @Nullable String subject,
    @Nullable String body,
    @Nullable String holdReason,
    @Nullable Instant sentAt) {}
