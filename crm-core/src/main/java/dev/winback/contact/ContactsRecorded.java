package dev.winback.contact;

import dev.winback.customer.CustomerId;
import java.util.Set;

/** Contacts of these customers were stored, corrected or taken back by an import or a call. */
public record ContactsRecorded(Set<CustomerId> customers) {}
