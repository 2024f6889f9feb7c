package dev.winback.importing;

import dev.winback.purchase.Payment;

/** Reads payments from rows. */
final class PaymentColumns {

  private PaymentColumns() {}

  static Payment read(Cells cells, Values values) {
    return new Payment(
        cells.line(),
        cells.require("customer"),
        cells.source(),
        cells.ownId(ImportType.PAYMENTS),
        values.past(cells, "time"),
        values.requiredAmount(cells, "amount"),
        values.currency(cells, "currency"),
        cells.key("purchase"),
        values.dayOrNone(cells, "due_on"),
        Versions.of(cells, values),
        cells.given(Payment.SAID));
  }
}
