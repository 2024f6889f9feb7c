package dev.winback.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who refused to work with a customer, when and why; the reason goes when the person is erased. */
public record NonClient(@Nullable String reason, String by, Instant saidAt) {}
