package dev.winback.complaint;

import dev.winback.customer.FactTable;

/** The columns of complaints; the optional ones in the order of {@link Complaint#SAID}. */
final class ComplaintTable {

  private static final int CUSTOMERS_PER_SLICE = 5_000;

  private ComplaintTable() {}

  static FactTable<Complaint> table() {
    return FactTable.<Complaint>of("complaint", CUSTOMERS_PER_SLICE)
        .column("complained_at", "timestamptz", (rows, r) -> rows.moment(r.time()))
        .optional("text", "text", (rows, r) -> rows.text(r.text()))
        .optional("severity", "integer", (rows, r) -> rows.integer(r.severity()))
        .optional("human", "boolean", (rows, r) -> rows.bool(r.human()))
        .optional("member_id", "bigint", (rows, r) -> rows.bigint(r.member()))
        .optional("resolved_at", "timestamptz", (rows, r) -> rows.moment(r.resolvedAt()))
        .ends()
        .optional("satisfied", "boolean", (rows, r) -> rows.bool(r.satisfied()));
  }
}
