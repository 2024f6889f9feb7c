package dev.winback.referral;

import dev.winback.customer.CustomerId;
import java.util.Set;

/** Referrals of these customers were stored, corrected or taken back, in the same transaction. */
public record ReferralsRecorded(Set<CustomerId> customers) {}
