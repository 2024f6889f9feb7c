package dev.winback.category;

import dev.winback.purchase.PurchaseRow;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * One customer's sums of the last twelve complete months and of the running one, as of a day, and
 * of the twelve up to his last purchase. The order of the purchases does not matter; one object
 * serves all customers in turn.
 *
 * <p>The first month lies in two cells, because the year that ends with the day begins within it:
 * cell 0 is before that year, cell 1 the rest of the month, then one cell for each month.
 */
public final class Months extends Cells {

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

  final OwnYear own = new OwnYear();

  /** Judged by his own year. */
  boolean lost;

  long customer;
  long first = NEVER;

  /** Purchases of the year in other currencies, whose money is left out. */
  int foreign;

  boolean known;

  /** As of the night of this day, in the firm's currency. */
  public Months(LocalDate day, String currency) {
    super(CELLS);
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
    clear();
    own.forget();
    lost = false;
    first = NEVER;
    foreign = 0;
    known = false;
    return this;
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
    int month = number(on) - firstMonth;
    if (counting) {
      first = Math.min(first, on.toEpochDay());
      own.bought(month);
    } else {
      own.ordered(month);
    }
    if (month >= 0) {
      int cell = cell(on, month);
      foreign += counting && !ours && cell > 0 ? 1 : 0;
      put(cell, net, margin, units, counting, ours);
    } else if (own.takes(month)) {
      own.put(OwnYear.cell(month), net, margin, units, counting, ours);
    }
  }

  private int cell(LocalDate on, int month) {
    return month == 0 && on.getDayOfMonth() <= lastDayBefore ? 0 : month + 1;
  }

  /**
   * A lost customer is judged by his own year, once a whole month without a purchase is over:
   * before that it is the firm's.
   */
  public Months lost(boolean lost) {
    this.lost = lost && silent();
    return this;
  }

  /** Whether a whole month has passed without a purchase. */
  public boolean silent() {
    return own.last < COMPLETE - 1;
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

  /** Of the year by which the customer is judged. */
  long judged(Criterion criterion) {
    if (!lost) {
      return year(criterion);
    }
    long sum = 0;
    for (int month = 0; month < OwnYear.LENGTH; month++) {
      sum += judged(criterion, month);
    }
    return sum;
  }

  /** Of one of the twelve months by which he is judged, the oldest first. */
  long judged(Criterion criterion, int month) {
    int number = lost ? own.first() + month : month;
    return number < 0 ? criterion.of(own, OwnYear.cell(number)) : month(criterion, number);
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
