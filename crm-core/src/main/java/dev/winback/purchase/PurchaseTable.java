package dev.winback.purchase;

import dev.winback.customer.FactTable;
import org.jspecify.annotations.Nullable;

/** The columns of purchases; the optional ones in the order of {@link Purchase.Field}. */
final class PurchaseTable {

  /** Customers in one merge, and so in one event: nothing that listens loads more at once. */
  private static final int CUSTOMERS_PER_SLICE = 2_000;

  /**
   * An export of a shop has no time of its version, and the shop has told a newer one than it may
   * be: it moves an order on and never back.
   */
  private static final String OLDER_EXPORT =
      """
      s.told_at is null and f.told_at is not null
      and split_part(s.source, ' ', 1) in ('shopify', 'woo', 'magento')
      and (s.status = 'pending' and f.status <> 'pending'
           or s.status = 'paid' and f.status in ('cancelled', 'refunded'))
      """;

  private PurchaseTable() {}

  static FactTable<Purchase> table() {
    return FactTable.<Purchase>of("purchase", CUSTOMERS_PER_SLICE)
        .column("purchased_at", "timestamptz", (rows, p) -> rows.moment(p.time()))
        .bringsBack()
        .column("amount", "numeric(14, 2)", (rows, p) -> rows.money(p.amount()))
        .optional("currency", "text", FactTable.FIRM_CURRENCY, (rows, p) -> rows.text(p.currency()))
        .optional("margin", "numeric(14, 2)", (rows, p) -> rows.money(p.margin()))
        .optional("status", "text", "paid", (rows, p) -> rows.text(status(p)))
        .stayingWhere(OLDER_EXPORT)
        .optional("refund_told", "numeric(14, 2)", (rows, p) -> rows.money(p.refunded()))
        .optional("units", "integer", (rows, p) -> rows.integer(p.units()))
        .optional("items", "text", (rows, p) -> rows.text(p.items()))
        .optional("coupon", "text", (rows, p) -> rows.text(p.coupon()))
        .optional("member_id", "bigint", (rows, p) -> rows.bigint(p.member()));
  }

  private static @Nullable String status(Purchase purchase) {
    var status = purchase.status();
    return status == null ? null : status.word();
  }
}
