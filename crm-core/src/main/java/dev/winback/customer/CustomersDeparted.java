package dev.winback.customer;

import java.util.Set;

/** Files or shops say of these customers that they left, died and the like: nobody to win back. */
public record CustomersDeparted(Set<CustomerId> customers) {}
