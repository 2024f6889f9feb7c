package dev.winback.shared;

/**
 * What a staged batch would change if it were merged now: facts to store and to correct, slices of
 * customers to merge them in, and rows that come back.
 */
public record Settled(long created, long changed, int slices, long refused) {}
