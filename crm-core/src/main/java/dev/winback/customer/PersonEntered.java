package dev.winback.customer;

/** Somebody with whom we can deal at this customer was noted or corrected by hand. */
public record PersonEntered(CustomerId customer) {}
