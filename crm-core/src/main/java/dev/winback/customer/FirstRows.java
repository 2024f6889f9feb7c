package dev.winback.customer;

import dev.winback.shared.BinaryRows;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Writes staged rows as rows of the table itself, each customer's together. */
final class FirstRows {

  private static final int FRONT = 4;

  private final BinaryRows rows;
  private final KnownCustomers customers;
  private final Map<Long, Long> merged;
  private final @Nullable Long importId;
  private final int fields;
  private long nextId;

  FirstRows(
      BinaryRows rows,
      KnownCustomers customers,
      Map<Long, Long> merged,
      @Nullable Long importId,
      int columns,
      long nextId) {
    this.rows = rows;
    this.customers = customers;
    this.merged = merged;
    this.importId = importId;
    this.nextId = nextId;
    fields = FRONT + FactTable.KEY + columns;
  }

  void add(Basket basket, IntPredicate wanted) {
    for (int i : basket.byCustomer()) {
      long customer = customers.id(basket.place(i));
      // an erased person has no key any more
      if (customer > 0 && wanted.test(i)) {
        add(basket.row(i), customer);
      }
    }
  }

  /** Whoever was merged since is the other customer, and his record the home of the fact. */
  private void add(StagedRow row, long customer) {
    var root = merged.isEmpty() ? null : merged.get(customer);
    rows.row(fields).bigint(root == null ? customer : root.longValue()).bigint(nextId++);
    rows.bigint(root == null ? null : (Long) customer).bigint(importId);
    rows.raw(row.bytes(), row.tail(), row.end());
  }
}
