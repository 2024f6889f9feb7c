package dev.winback.category;

/**
 * Numbers in as few bytes as they need: seven bits a byte, the sign in the lowest. Customers are in
 * ascending order within one.
 */
final class Packed {

  /** About forty thousand customers: what the night compares and stores in one transaction. */
  static final int SIZE = 1_000_000;

  /** More than one customer can take: 26 cells of at most six numbers of ten bytes. */
  private static final int LARGEST = 1 << 11;

  /** Behind the cells: no cell has this number. */
  private static final int END = OwnYear.RING;

  private final byte[] bytes = new byte[SIZE];
  private final long first;
  private int length;
  private int position;
  private long last;

  /** Begins with this customer or a later one. */
  Packed(long first) {
    this.first = first;
  }

  long first() {
    return first;
  }

  boolean isFull() {
    return length > SIZE - LARGEST;
  }

  void put(Months months) {
    put(months.customer - last);
    last = months.customer;
    put(months.first == Long.MAX_VALUE ? -1 : months.day().toEpochDay() - months.first);
    put(months.foreign);
    put(months, months.used);
    put(months.lost ? Months.COMPLETE - months.own.last : 0);
    if (months.lost) {
      put(months.own, months.own.upToLast());
    }
  }

  private void put(Cells cells, int used) {
    for (int rest = used; rest != 0; rest &= rest - 1) {
      putCell(cells, Integer.numberOfTrailingZeros(rest));
    }
    put(END);
  }

  private void putCell(Cells from, int cell) {
    put(cell);
    put(from.paid[cell]);
    put(from.pending[cell]);
    put(from.margin[cell]);
    // nearly always all of it or nothing is known
    put(from.paid[cell] - from.ofMargin[cell]);
    put(from.purchases[cell]);
    put(from.units[cell]);
  }

  private void put(long number) {
    long rest = (number << 1) ^ (number >> 63);
    while ((rest & ~0x7FL) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  /** Back to the first customer. */
  Packed rewind() {
    position = 0;
    last = 0;
    return this;
  }

  /** The next customer; false after the last one. */
  boolean next(Months into) {
    if (position == length) {
      return false;
    }
    last += take();
    into.of(last);
    long age = take();
    into.first = age < 0 ? Long.MAX_VALUE : into.day().toEpochDay() - age;
    into.foreign = (int) take();
    into.known = true;
    takeCells(into);
    long since = take();
    into.lost = since > 0;
    if (into.lost) {
      into.own.last = Months.COMPLETE - (int) since;
      takeCells(into.own);
    }
    return true;
  }

  private void takeCells(Cells into) {
    for (int cell = (int) take(); cell != END; cell = (int) take()) {
      takeCell(into, cell);
    }
  }

  private void takeCell(Cells into, int cell) {
    into.used |= 1 << cell;
    into.paid[cell] = take();
    into.pending[cell] = take();
    into.margin[cell] = take();
    into.ofMargin[cell] = into.paid[cell] - take();
    into.purchases[cell] = (int) take();
    into.units[cell] = take();
  }

  private long take() {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[position++];
      number |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return (number >>> 1) ^ -(number & 1);
      }
    }
  }
}
