package dev.winback.complaint;

import dev.winback.customer.CustomerId;
import java.util.Set;

/** Complaints of these customers were stored, corrected or taken back, in the same transaction. */
public record ComplaintsRecorded(Set<CustomerId> customers) {}
