package dev.winback.importing;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * How one file writes: decimal sign, order of dates with slashes or hyphens, and whether three
 * digits behind the decimal sign are decimals for sure (exact), and behind a comma thousands for
 * sure (grouped).
 */
record Notation(char decimal, boolean monthFirst, boolean exact, boolean grouped) {

  /** What the API speaks. */
  static final Notation OURS = new Notation('.', false, true, true);

  /** Found in all columns of a sample that look like amounts or dates. */
  static Notation of(List<RawRow> sample) {
    int columns = sample.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    return of(sample, IntStream.range(0, columns).boxed().toList(), UnaryOperator.identity());
  }

  /** Found in the columns of a sample that tell it. */
  static Notation of(List<RawRow> sample, Format format) {
    return of(sample, format.telling(), format::number);
  }

  private static Notation of(
      List<RawRow> sample, List<Integer> columns, UnaryOperator<String> number) {
    var signs = Signs.of(sample, columns, number);
    long months = 0;
    for (int column : columns) {
      months += Moments.months(sample.stream().map(row -> row.cell(column).strip()).toList());
    }
    return new Notation(signs.decimal(), months > 0, signs.exact(signs.decimal()), signs.groups());
  }

  /** Money of which nobody knows whether it is a thousand times as much. */
  boolean ambiguous(String text) {
    return !exact && Numbers.thousandsOrDecimals(text, decimal) || groupsCommas(text);
  }

  private boolean groupsCommas(String text) {
    return !grouped && decimal == '.' && Numbers.thousandsOrDecimals(text, ',');
  }

  /** Thousands here, and three decimals for whoever has a currency of so many. */
  boolean groups(String text) {
    return decimal == ',' && Numbers.thousandsOrDecimals(text, '.') || groupsCommas(text);
  }

  /** The number as the file would write it, without noughts behind it. */
  String written(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString().replace('.', decimal);
  }

  String dateExample() {
    return monthFirst ? "2026-02-28, 02/28/2026" : "2026-02-28, 28.02.2026, 28/02/2026";
  }
}
