package dev.winback.importing;

import dev.winback.purchase.Refund;

/** Reads refunds from rows. */
final class RefundColumns {

  private RefundColumns() {}

  static Refund read(Cells cells, Values values) {
    return new Refund(
        cells.line(),
        cells.require("customer"),
        cells.source(),
        cells.ownId(ImportType.REFUNDS),
        values.past(cells, "time"),
        values.requiredAmount(cells, "amount"),
        values.currency(cells, "currency"),
        cells.key("purchase"),
        cells.get("reason"),
        Versions.of(cells, values),
        cells.given(Refund.SAID));
  }
}
