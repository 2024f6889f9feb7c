package dev.winback.referral;

import dev.winback.customer.FactTable;

/** The columns of referrals; the optional ones in the order of {@link Referral#SAID}. */
final class ReferralTable {

  private static final int CUSTOMERS_PER_SLICE = 5_000;

  private ReferralTable() {}

  static FactTable<Referral> table() {
    return FactTable.<Referral>of("referral", CUSTOMERS_PER_SLICE)
        .column("referred_at", "timestamptz", (rows, r) -> rows.moment(r.time()))
        .optional("referred", "text", (rows, r) -> rows.text(r.referred()));
  }
}
