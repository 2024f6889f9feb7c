package dev.winback.purchase;

/** Customers with keys from the first (included) until the second (excluded). */
public record CustomerRange(long from, long until) {}
