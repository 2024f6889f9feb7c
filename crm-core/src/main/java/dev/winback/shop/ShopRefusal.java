package dev.winback.shop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks of a system that were refused lately: why (signature, host, nobody), how often since
 * when, and what the last one called itself.
 */
public record ShopRefusal(
    ShopSystem system,
    String why,
    @Nullable String sender,
    long times,
    Instant firstAt,
    Instant lastAt) {}
