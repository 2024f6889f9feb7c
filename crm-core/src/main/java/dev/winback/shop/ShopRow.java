package dev.winback.shop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connected shop as the page shows it; counts are of deliveries, those refused up to a thousand.
 */
public record ShopRow(
    long id,
    ShopSystem system,
    String address,
    boolean asked,
    Instant connectedAt,
    @Nullable Instant lastHeard,
    @Nullable Instant askedAt,
    @Nullable String askFailure,
    @Nullable String customersFailure,
    long waiting,
    long refused) {}
