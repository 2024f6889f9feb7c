package dev.winback.purchase;

import dev.winback.customer.CustomerId;
import java.util.Set;

/** Payments of these customers were stored, corrected or taken back, in the same transaction. */
public record PaymentsRecorded(Set<CustomerId> customers) {}
