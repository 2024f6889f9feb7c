package dev.winback.category;

import dev.winback.purchase.PurchaseRow;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * One customer's sums of the last twelve complete months and of the running one, as of a day. The
 * order of the purchases does not matter; one object serves all customers in turn.
 *
 * <p>The first month lies in two cells, because the year that ends with the day begins within it:
 * cell 0 is before that year, cell 1 the rest of the month, then one cell for each month.
 */
public final class Months {

  /** Complete months. */
  static final int COMPLETE = 12;

  /** The number of the running month, after 0 to 11 for the complete ones. */
  static final int RUNNING = 12;

  static final int CELLS = 14;
  private static final long NEVER = Long.MAX_VALUE;

  private final LocalDate day;
  private final String currency;
  private final int firstMonth;
  private final int lastDayBefore;

  final long[] paid = new long[CELLS];
  final long[] pending = new long[CELLS];
  final long[] margin = new long[CELLS];

  /** Paid for what has a known margin. */
  final long[] ofMargin = new long[CELLS];

  final long[] units = new long[CELLS];
  final int[] purchases = new int[CELLS];
  long customer;
  long first = NEVER;

  /** Purchases of the year in other currencies, whose money is left out. */
  int foreign;

  boolean known;

  /** One bit for each cell that is not empty. */
  int used;

  /** As of the night of this day, in the firm's currency. */
  public Months(LocalDate day, String currency) {
    this.day = day;
    this.currency = currency;
    firstMonth = number(day) - COMPLETE;
    lastDayBefore = day.minusYears(1).getDayOfMonth();
  }

  private static int number(LocalDate day) {
    return day.getYear() * 12 + day.getMonthValue();
  }

  /** Forgets everything: what follows belongs to this customer. */
  public Months of(long customer) {
    this.customer = customer;
    for (; used != 0; used &= used - 1) {
      clear(Integer.numberOfTrailingZeros(used));
    }
    first = NEVER;
    foreign = 0;
    known = false;
    return this;
  }

  private void clear(int cell) {
    paid[cell] = 0;
    pending[cell] = 0;
    margin[cell] = 0;
    ofMargin[cell] = 0;
    units[cell] = 0;
    purchases[cell] = 0;
  }

  /**
   * A purchase on its day in the firm's zone; later ones than the day of the night are left out.
   */
  public void add(LocalDate on, PurchaseRow p) {
    boolean ours = p.currency().equals(currency);
    add(on, p.net(), p.margin(), p.units(), p.counting(), p.pending(), ours);
  }

  /** {@code net} and {@code margin} in cents; {@code ours}: in the firm's currency. */
  void add(
      LocalDate on,
      long net,
      long margin,
      int units,
      boolean counting,
      boolean pending,
      boolean ours) {
    if (!(counting || pending) || on.isAfter(day)) {
      return;
    }
    known = true;
    first = counting ? Math.min(first, on.toEpochDay()) : first;
    int cell = cell(on);
    if (cell < 0) {
      return;
    }
    used |= 1 << cell;
    if (counting) {
      pay(cell, net, units);
      money(cell, net, margin, ours);
    } else if (ours) {
      this.pending[cell] += net;
    }
  }

  private int cell(LocalDate on) {
    int month = number(on) - firstMonth;
    return month == 0 && on.getDayOfMonth() <= lastDayBefore ? 0 : month < 0 ? -1 : month + 1;
  }

  private void pay(int cell, long net, int units) {
    purchases[cell] += net > 0 ? 1 : 0;
    this.units[cell] += units;
  }

  private void money(int cell, long net, long margin, boolean ours) {
    if (!ours) {
      foreign += cell > 0 ? 1 : 0;
      return;
    }
    paid[cell] += net;
    if (margin != PurchaseRow.UNKNOWN) {
      this.margin[cell] += margin;
      ofMargin[cell] += net;
    }
  }

  LocalDate day() {
    return day;
  }

  public long customer() {
    return customer;
  }

  /** Whether there was any purchase at all, however long ago. */
  public boolean known() {
    return known;
  }

  /** Of the twelve months that end with the day. */
  long year(Criterion criterion) {
    return sum(criterion, 1, CELLS);
  }

  /** Of months with these numbers, the last included. */
  long months(Criterion criterion, int from, int last) {
    return sum(criterion, from == 0 ? 0 : from + 1, last + 2);
  }

  long month(Criterion criterion, int month) {
    return months(criterion, month, month);
  }

  private long sum(Criterion criterion, int from, int until) {
    long sum = 0;
    for (int cell = from; cell < until; cell++) {
      sum += criterion.of(this, cell);
    }
    return sum;
  }

  /** Paid in these months for what has a known margin. */
  long ofMargin(int from, int last) {
    return Arrays.stream(ofMargin, from == 0 ? 0 : from + 1, last + 2).sum();
  }

  /** Whether the first payment lies in this month or later. */
  boolean newSince(int month) {
    return first != NEVER && first >= begin(day, month).toEpochDay();
  }

  /** The first day of the month with this number, as of a day. */
  static LocalDate begin(LocalDate day, int month) {
    return day.withDayOfMonth(1).minusMonths((long) RUNNING - month);
  }
}
