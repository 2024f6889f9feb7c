package dev.winback.customer;

/**
 * Somebody changed by hand what is known of the customer; what is derived of it follows at once.
 */
public record CustomerCorrected(CustomerId customer) {}
