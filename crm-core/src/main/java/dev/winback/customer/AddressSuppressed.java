package dev.winback.customer;

/** From this transaction on nothing is sent to this address. */
public record AddressSuppressed(String address) {}
