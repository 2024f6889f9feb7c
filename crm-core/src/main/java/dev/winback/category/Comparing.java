package dev.winback.category;

import dev.winback.customer.CustomerId;
import dev.winback.shared.BinaryColumns;
import dev.winback.shared.BinaryRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Walks a part of the ranking and what is stored of the same customers side by side and keeps what
 * differs; both are in ascending order.
 */
final class Comparing {

  private final Packed part;
  private final Months months;
  private final Judge judge;
  private final List<VipStanding> vips = new ArrayList<>();
  private final Set<CustomerId> again = new HashSet<>();
  private final StoredCategory stored = new StoredCategory();
  private final BinaryRows rows = new BinaryRows();
  private final List<Long> gone = new ArrayList<>();
  private boolean more;
  private int differing;

  Comparing(Packed part, Months months, Judge judge) {
    this.part = part.rewind();
    this.months = months;
    this.judge = judge;
  }

  void pass(BinaryColumns rows) throws SQLException {
    next();
    while (rows.next()) {
      long customer = rows.bigint();
      stored.read(rows);
      while (more && months.customer < customer) {
        add(judged());
        next();
      }
      boolean there = more && months.customer == customer;
      compare(customer, there);
      if (there) {
        next();
      }
    }
    for (; more; next()) {
      add(judged());
    }
  }

  /** Erased persons keep their figures and have no category. */
  private void next() {
    do {
      more = part.next(months);
    } while (more && !judge.concerns(months));
  }

  private Category judged() {
    int bits = judge.vips().months(months);
    judge.standing(months, bits).ifPresent(vips::add);
    return judge.of(months, bits);
  }

  private void compare(long customer, boolean there) {
    if (stored.knownBetter()) {
      again.add(new CustomerId(customer));
      return;
    }
    var category = there ? judged() : null;
    if (category == null) {
      gone.add(customer);
    } else if (!stored.is(category)) {
      add(category);
    }
  }

  private void add(Category category) {
    differing++;
    CategoryStore.row(rows, months.customer, category);
  }

  int changed() {
    return differing + gone.size();
  }

  BinaryRows rows() {
    return rows;
  }

  /** Who is on the VIP list or was on the one before. */
  List<VipStanding> vips() {
    return vips;
  }

  /** Judged by themselves since the night began, and so by the limits of the one before. */
  Set<CustomerId> again() {
    return again;
  }

  List<Long> gone() {
    return gone;
  }
}
