package dev.winback.customer;

import java.util.Set;

/** A contact told of these customers that they are not there any more, and nobody tells it now. */
public record CustomersBack(Set<CustomerId> customers) {}
