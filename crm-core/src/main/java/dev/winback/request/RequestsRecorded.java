package dev.winback.request;

import dev.winback.customer.CustomerId;
import java.util.Set;

/** Requests of these customers were stored, corrected or taken back, in the same transaction. */
public record RequestsRecorded(Set<CustomerId> customers) {}
