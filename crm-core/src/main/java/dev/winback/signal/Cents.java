package dev.winback.signal;

import java.math.BigDecimal;

/** Money as figures of a signal have it: {@code 12.50}. */
final class Cents {

  private Cents() {}

  static String text(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }
}
