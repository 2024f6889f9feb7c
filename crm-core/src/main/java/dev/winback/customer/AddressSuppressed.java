package dev.winback.customer;

/** From this transaction on nothing is sent to the mailbox with this hash. */
public record AddressSuppressed(String addressHash) {}
