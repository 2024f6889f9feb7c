package dev.winback.purchase;

import dev.winback.customer.FactTable;

/** The columns of refunds; the optional ones in the order of {@link Refund#SAID}. */
final class RefundTable {

  private static final int CUSTOMERS_PER_SLICE = 2_000;

  private RefundTable() {}

  static FactTable<Refund> table() {
    return FactTable.<Refund>of("refund", CUSTOMERS_PER_SLICE)
        .column("refunded_at", "timestamptz", (rows, r) -> rows.moment(r.time()))
        .column("amount", "numeric(14, 2)", (rows, r) -> rows.money(r.amount()))
        .optional("currency", "text", (rows, r) -> rows.text(r.currency()))
        .optional("purchase", "text", (rows, r) -> rows.text(r.purchase()))
        .optional("reason", "text", (rows, r) -> rows.text(r.reason()));
  }
}
