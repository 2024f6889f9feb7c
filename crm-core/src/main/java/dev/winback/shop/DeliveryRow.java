package dev.winback.shop;

import dev.winback.shared.Sentence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a shop said and what became of it. */
public record DeliveryRow(
    long id,
    String shop,
    String delivery,
    String topic,
    DeliveryState state,
    @Nullable Sentence reason,
    int tries,
    Instant receivedAt,
    @Nullable Instant endedAt) {}
