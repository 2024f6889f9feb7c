package dev.winback.purchase;

import dev.winback.customer.FactTable;

/** The columns of carts; the optional ones in the order of {@link Cart#SAID}. */
final class CartTable {

  private static final int CUSTOMERS_PER_SLICE = 5_000;

  private CartTable() {}

  static FactTable<Cart> table() {
    return FactTable.<Cart>of("cart", CUSTOMERS_PER_SLICE)
        .column("carted_at", "timestamptz", (rows, r) -> rows.moment(r.time()))
        .optional("email", "text", (rows, r) -> rows.text(r.email()))
        .optional("items", "text", (rows, r) -> rows.text(r.items()))
        .optional("amount", "numeric(14, 2)", (rows, r) -> rows.money(r.amount()))
        .optional("currency", "text", FactTable.FIRM_CURRENCY, (rows, r) -> rows.text(r.currency()))
        .optional("url", "text", (rows, r) -> rows.text(r.url()))
        .optional("removed", "text", (rows, r) -> rows.text(r.removed()))
        .optional("left_at", "timestamptz", (rows, r) -> rows.moment(r.leftAt()))
        .optional("ordered", "boolean", false, (rows, r) -> rows.bool(r.ordered()))
        .optional("goods", "text", (rows, r) -> rows.text(r.goods()));
  }
}
