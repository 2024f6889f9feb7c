package dev.winback.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message to one address: {@code due}, {@code sent} or {@code failed}, with its last answer. */
public record DeliveryRow(
    long id,
    String messageId,
    String type,
    String state,
    int attempts,
    @Nullable Integer code,
    @Nullable String answer,
    Instant createdAt,
    @Nullable Instant attemptedAt,
    @Nullable Instant nextAttemptAt) {}
