package dev.winback.category;

/**
 * Numbers in as few bytes as they need: seven bits a byte, the sign in the lowest. Customers are in
 * ascending order within one.
 */
final class Packed {

  /** About forty thousand customers: what the night compares and stores in one transaction. */
  static final int SIZE = 1_000_000;

  /** More than one customer can take: fourteen cells of at most six numbers of ten bytes. */
  private static final int LARGEST = 1 << 10;

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
    for (int used = months.used; used != 0; used &= used - 1) {
      put(months, Integer.numberOfTrailingZeros(used));
    }
    put(Months.CELLS);
  }

  private void put(Months m, int cell) {
    put(cell);
    put(m.paid[cell]);
    put(m.pending[cell]);
    put(m.margin[cell]);
    // nearly always all of it or nothing is known
    put(m.paid[cell] - m.ofMargin[cell]);
    put(m.purchases[cell]);
    put(m.units[cell]);
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
    long since = take();
    into.first = since < 0 ? Long.MAX_VALUE : into.day().toEpochDay() - since;
    into.foreign = (int) take();
    into.known = true;
    for (int cell = (int) take(); cell < Months.CELLS; cell = (int) take()) {
      take(into, cell);
    }
    return true;
  }

  private void take(Months into, int cell) {
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
