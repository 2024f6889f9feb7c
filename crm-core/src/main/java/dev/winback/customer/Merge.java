package dev.winback.customer;

import java.time.Instant;

/** A record that was merged into a customer and can be taken apart again. */
public record Merge(long id, String ref, String name, Instant mergedAt, String member) {}
