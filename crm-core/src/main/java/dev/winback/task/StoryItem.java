package dev.winback.task;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened with a customer: {@code purchase} with its net amount, {@code letter}
 * with its percent, {@code complaint}, {@code request}, or {@code contact.} and a channel.
 */
public record StoryItem(
    String kind,
    Instant at,
    @Nullable String text,
    @Nullable BigDecimal figure,
    @Nullable String currency) {}
