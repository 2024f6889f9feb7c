package dev.winback.category;

import dev.winback.shared.BinaryColumns;
import dev.winback.shared.BinaryRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Walks a part of the ranking and what is stored of the same customers side by side and keeps what
 * differs; both are in ascending order.
 */
final class Comparing {

  private final Packed part;
  private final Months months;
  private final Judge judge;
  private final Marks marks;
  private final Vips vips;
  private final Consumer<VipStanding> concerned;
  private final StoredCategory stored = new StoredCategory();
  private final BinaryRows rows = new BinaryRows();
  private final List<Long> gone = new ArrayList<>();
  private boolean more;
  private int differing;

  Comparing(Packed part, Months months, Judge judge, Marks marks, Consumer<VipStanding> concerned) {
    this.part = part.rewind();
    this.months = months;
    this.judge = judge;
    this.marks = marks;
    this.vips = judge.vips();
    this.concerned = concerned;
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
    } while (more && marks.of(months.customer).erased());
  }

  private Category judged() {
    int bits = vips.months(months);
    judge.standing(months, bits).ifPresent(concerned);
    return judge.of(months, bits);
  }

  private void compare(long customer, boolean there) {
    var category = there ? judged() : null;
    if (stored.knownBetter()) {
      return;
    }
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

  List<Long> gone() {
    return gone;
  }
}
