package dev.winback.customer;

import java.time.Instant;

/** An opt-out of this moment (database clock) was taken back in this transaction. */
public record AddressRestored(String address, Instant suppressedAt) {}
