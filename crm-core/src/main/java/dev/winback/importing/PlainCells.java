package dev.winback.importing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cells of one line read from its bytes, in the writing that nearly every cell has. Anything else
 * makes the line an odd one, which is to be read as texts: what its cells gave means nothing.
 */
final class PlainCells {

  private final Values values;
  private final Instant began;
  private @Nullable Lines line;
  private boolean odd;

  PlainCells(Values values) {
    this.values = values;
    began = values.clock().instant();
  }

  void on(Lines line) {
    this.line = line;
    odd = false;
  }

  boolean odd() {
    return odd;
  }

  private Lines line() {
    return Objects.requireNonNull(line);
  }

  /** A column that the file does not have has no place and no value. */
  private boolean none(int cell) {
    return cell < 0 || line().empty(cell);
  }

  @Nullable String keyOrNone(int cell) {
    return none(cell) ? null : key(cell);
  }

  /** By which a customer or a fact is found again. */
  String key(int cell) {
    return text(cell, Cells.LONGEST_KEY);
  }

  @Nullable String textOrNone(int cell) {
    return none(cell) ? null : text(cell, Cells.LONGEST);
  }

  private String text(int cell, int longest) {
    odd |= cell < 0 || !line().clean(cell) || line().length(cell) > longest;
    return odd ? "" : line().text(cell);
  }

  <V> @Nullable V wordOrNone(int cell, Remembered<V> words) {
    return odd || none(cell) ? null : words.of(line(), cell);
  }

  /** A moment of which nobody has to ask whether it is to come. */
  Instant past(int cell) {
    var moment = moment(cell);
    odd |= moment.isAfter(began);
    return moment;
  }

  @Nullable Instant momentOrNone(int cell) {
    return none(cell) ? null : moment(cell);
  }

  private Instant moment(int cell) {
    var line = line();
    var zone = values.clock().getZone();
    var moment = Plain.moment(line.bytes(), line.from(cell), line.until(cell), zone);
    odd |= moment == null || moment.isBefore(Values.EARLIEST);
    return moment == null ? Instant.EPOCH : moment;
  }

  @Nullable BigDecimal amountOrNone(int cell) {
    return none(cell) ? null : amount(cell);
  }

  /** Not negative, with as many decimals as are written. */
  BigDecimal amount(int cell) {
    var line = line();
    char decimal = values.notation().decimal();
    var number = Plain.number(line.bytes(), line.from(cell), line.until(cell), decimal);
    odd |=
        number == null
            || number.scale() > Values.CENTS
            || number.precision() - number.scale() > Values.INTEGER_DIGITS;
    return number == null ? BigDecimal.ZERO : number;
  }

  /** More than that is a mistake which somebody is to be told of. */
  BigDecimal atMost(BigDecimal number, BigDecimal most) {
    odd |= number.compareTo(most) > 0;
    return number;
  }
}
