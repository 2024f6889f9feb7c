package dev.winback.importing;

import dev.winback.referral.Referral;

/** Reads referrals from rows. */
final class ReferralColumns {

  private ReferralColumns() {}

  static Referral read(Cells cells, Values values) {
    return new Referral(
        cells.line(),
        cells.require("customer"),
        cells.source(),
        cells.ownId(ImportType.REFERRALS),
        values.past(cells, "time"),
        cells.key("referred"),
        Versions.of(cells, values),
        cells.given(Referral.SAID));
  }
}
