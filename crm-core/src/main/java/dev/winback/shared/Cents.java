package dev.winback.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;

/**
 * Money in PostgreSQL's binary numeric with two decimals: groups of four decimal digits, the point
 * between two groups, and no groups of zeros at the end, as the database gives it back. So equal
 * sums are equal bytes.
 */
final class Cents {

  /** Bytes that any sum fits into. */
  static final int MOST_BYTES = 24;

  private static final int SCALE = 2;
  private static final int GROUP = 10_000;
  private static final int HUNDREDTHS = 100;
  private static final int HEADER = 8;
  private static final short NEGATIVE = 0x4000;

  private Cents() {}

  /** More decimals are rounded as the database does it. */
  static long of(BigDecimal value) {
    var rounded = value.scale() > SCALE ? value.setScale(SCALE, RoundingMode.HALF_UP) : value;
    return rounded.scaleByPowerOfTen(SCALE).longValueExact();
  }

  /** Puts the field with its length; the last group holds hundredths of cents. */
  static void put(ByteBuffer field, long cents) {
    long rest = Math.multiplyExact(Math.abs(cents), HUNDREDTHS);
    int zeros = 0;
    for (; rest > 0 && rest % GROUP == 0; rest /= GROUP) {
      zeros++;
    }
    int groups = 0;
    for (long left = rest; left > 0; left /= GROUP) {
      groups++;
    }
    field.putInt(HEADER + groups * 2).putShort((short) groups);
    field.putShort((short) (groups == 0 ? 0 : groups + zeros - 2));
    field.putShort(cents < 0 ? NEGATIVE : 0).putShort((short) SCALE);
    put(field, rest, groups);
  }

  private static void put(ByteBuffer field, long number, int groups) {
    long rest = number;
    int end = field.position() + groups * 2;
    for (int place = end - 2; rest > 0; place -= 2) {
      field.putShort(place, (short) (rest % GROUP));
      rest /= GROUP;
    }
    field.position(end);
  }
}
