package dev.winback.category;

/**
 * The twelve months up to the one of a customer's last purchase, by which he is judged when he is
 * lost: by the firm's own twelve all who are silent for a year would be alike. Months have the
 * numbers of {@link Months}; those before its first one lie here in a ring, and a later purchase
 * pushes the oldest out of it.
 */
final class OwnYear extends Cells {

  static final int LENGTH = 12;

  /** As many again for what was ordered after the last purchase and is not paid yet. */
  static final int RING = 2 * LENGTH;

  private static final int NEVER = Integer.MIN_VALUE / 2;

  /** The month of the last counting purchase. */
  int last = NEVER;

  OwnYear() {
    super(RING);
  }

  /** Forgets everything. */
  void forget() {
    clear();
    last = NEVER;
  }

  static int cell(int month) {
    return Math.floorMod(month, RING);
  }

  /** A counting purchase of this month: it may be the last one. */
  void bought(int month) {
    if (month > last) {
      for (int gone = first(); gone <= Math.min(month - LENGTH, last + LENGTH); gone++) {
        clear(cell(gone));
      }
      last = month;
    }
  }

  /** Something not paid yet: where nothing was bought, the ring begins with it. */
  void ordered(int month) {
    last = last == NEVER ? month : last;
  }

  /** Whether the ring has a place for this month. */
  boolean takes(int month) {
    return month < 0 && month >= first() && month <= last + LENGTH;
  }

  int first() {
    return last - LENGTH + 1;
  }

  /** The cells of the months up to the last one. */
  int upToLast() {
    int bits = 0;
    for (int month = first(); month <= Math.min(last, -1); month++) {
      bits |= 1 << cell(month);
    }
    return bits & used;
  }
}
