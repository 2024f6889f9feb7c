package dev.winback.request;

import dev.winback.customer.FactTable;

/** The columns of requests; the optional ones in the order of {@link Request#SAID}. */
final class RequestTable {

  private static final int CUSTOMERS_PER_SLICE = 5_000;

  private RequestTable() {}

  static FactTable<Request> table() {
    return FactTable.<Request>of("request", CUSTOMERS_PER_SLICE)
        .column("requested_at", "timestamptz", (rows, r) -> rows.moment(r.time()))
        .optional("subject", "text", (rows, r) -> rows.text(r.subject()))
        .optional("answered_at", "timestamptz", (rows, r) -> rows.moment(r.answeredAt()))
        .ends()
        .optional("outcome", "text", (rows, r) -> rows.text(r.outcome()));
  }
}
