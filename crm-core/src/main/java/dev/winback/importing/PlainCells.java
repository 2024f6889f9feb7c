package dev.winback.importing;

import dev.winback.shared.BinaryRows;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cells of one line read from its bytes, in the writing that nearly every cell has. Anything else
 * makes the line an odd one, which is to be read as texts: what its cells gave means nothing.
 */
final class PlainCells {

  /** For a number that is not there. */
  static final long NONE = -1;

  private static final int[] HUNDREDTHS = {100, 10, 1};
  private static final long MOST_CENTS = 100_000_000_000_000L;

  private final PlainMoments moments;
  private final char decimal;
  private final long earliest = Values.EARLIEST.getEpochSecond();
  private final long began;
  private @Nullable Lines line;
  private boolean odd;

  PlainCells(Values values) {
    moments = new PlainMoments(values.clock().getZone());
    decimal = values.notation().decimal();
    began = values.clock().instant().getEpochSecond();
  }

  void on(Lines line) {
    this.line = line;
    odd = false;
  }

  boolean odd() {
    return odd;
  }

  long number() {
    return line().number();
  }

  private Lines line() {
    return Objects.requireNonNull(line);
  }

  /** A column that the file does not have has no place and no value. */
  private boolean none(int cell) {
    return cell < 0 || line().empty(cell);
  }

  /** By which a customer or a fact is found again. */
  void key(int cell, BinaryRows rows) {
    odd |= cell < 0;
    text(cell, Cells.LONGEST_KEY, rows);
  }

  void keyOrNone(int cell, BinaryRows rows) {
    if (none(cell)) {
      rows.nothing();
    } else {
      key(cell, rows);
    }
  }

  void textOrNone(int cell, BinaryRows rows) {
    if (none(cell)) {
      rows.nothing();
    } else {
      text(cell, Cells.LONGEST, rows);
    }
  }

  private void text(int cell, int longest, BinaryRows rows) {
    odd |= !line().clean(cell) || line().length(cell) > longest;
    rows.utf8(line().bytes(), line().from(cell), line().until(cell));
  }

  <V> @Nullable V wordOrNone(int cell, Remembered<V> words) {
    return odd || none(cell) ? null : words.of(line(), cell);
  }

  /** A moment of which nobody has to ask whether it is to come, as a second. */
  long past(int cell) {
    long second = second(cell);
    odd |= second > began;
    return second;
  }

  /** Whether what is still to come is near enough has to be asked. */
  void momentOrNone(int cell, BinaryRows rows) {
    long second = none(cell) ? PlainMoments.ODD : second(cell);
    odd |= second > began;
    if (odd || second == PlainMoments.ODD) {
      rows.nothing();
    } else {
      rows.second(second);
    }
  }

  private long second(int cell) {
    var line = line();
    long second = moments.second(line.bytes(), line.from(cell), line.until(cell));
    odd |= second < earliest;
    return second;
  }

  long centsOrNone(int cell) {
    return none(cell) ? NONE : cents(cell);
  }

  /** Not negative, and whole cents. */
  long cents(int cell) {
    var line = line();
    int decimals = Plain.decimals(line.bytes(), line.from(cell), line.until(cell), decimal);
    if (decimals < 0 || decimals >= HUNDREDTHS.length) {
      odd = true;
      return 0;
    }
    long number = Plain.allDigits(line.bytes(), line.from(cell), line.until(cell));
    odd |= number >= MOST_CENTS / HUNDREDTHS[decimals];
    return number * HUNDREDTHS[decimals];
  }

  /** A sum that its currency does not have is for somebody to be told of. */
  void multiple(long cents, int unit) {
    odd |= unit > 1 && cents > 0 && cents % unit != 0;
  }

  /** More than that is a mistake which somebody is to be told of. */
  void atMost(long number, long most) {
    odd |= number > most;
  }
}
