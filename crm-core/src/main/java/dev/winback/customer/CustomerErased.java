package dev.winback.customer;

/**
 * The person is being erased: whoever keeps words of his or about him drops them in this
 * transaction, while the customer's own row can still be read.
 */
public record CustomerErased(CustomerId customer) {}
