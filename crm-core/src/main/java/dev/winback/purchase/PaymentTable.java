package dev.winback.purchase;

import dev.winback.customer.FactTable;

/** The columns of payments; the optional ones in the order of {@link Payment#SAID}. */
final class PaymentTable {

  private static final int CUSTOMERS_PER_SLICE = 5_000;

  private PaymentTable() {}

  static FactTable<Payment> table() {
    return FactTable.<Payment>of("payment", CUSTOMERS_PER_SLICE)
        .column("paid_at", "timestamptz", (rows, r) -> rows.moment(r.time()))
        .column("amount", "numeric(14, 2)", (rows, r) -> rows.money(r.amount()))
        .optional("currency", "text", FactTable.FIRM_CURRENCY, (rows, r) -> rows.text(r.currency()))
        .optional("purchase", "text", (rows, r) -> rows.text(r.purchase()))
        .optional("due_on", "date", (rows, r) -> rows.date(r.dueOn()));
  }
}
