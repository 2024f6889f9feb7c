package dev.winback.category;

import dev.winback.purchase.PurchaseRow;

/** Sums of one customer's purchases, each in the cell of its time; money in cents. */
class Cells {

  final long[] paid;
  final long[] pending;
  final long[] margin;

  /** Paid for what has a known margin. */
  final long[] ofMargin;

  final long[] units;
  final int[] purchases;

  /** One bit for each cell that is not empty. */
  int used;

  Cells(int cells) {
    paid = new long[cells];
    pending = new long[cells];
    margin = new long[cells];
    ofMargin = new long[cells];
    units = new long[cells];
    purchases = new int[cells];
  }

  final void clear() {
    while (used != 0) {
      clear(Integer.numberOfTrailingZeros(used));
    }
  }

  final void clear(int cell) {
    paid[cell] = 0;
    pending[cell] = 0;
    margin[cell] = 0;
    ofMargin[cell] = 0;
    units[cell] = 0;
    purchases[cell] = 0;
    used &= ~(1 << cell);
  }

  /** A gift is no payment; money in other currencies is left out. */
  final void put(int cell, long net, long margin, int units, boolean counting, boolean ours) {
    used |= 1 << cell;
    if (counting) {
      purchases[cell] += net > 0 ? 1 : 0;
      this.units[cell] += units;
      pay(cell, ours ? net : 0, ours ? margin : PurchaseRow.UNKNOWN);
    } else if (ours) {
      pending[cell] += net;
    }
  }

  private void pay(int cell, long net, long margin) {
    paid[cell] += net;
    if (margin != PurchaseRow.UNKNOWN) {
      this.margin[cell] += margin;
      ofMargin[cell] += net;
    }
  }

  final long sum(Criterion criterion, int from, int until) {
    long sum = 0;
    for (int cell = from; cell < until; cell++) {
      sum += criterion.of(this, cell);
    }
    return sum;
  }
}
