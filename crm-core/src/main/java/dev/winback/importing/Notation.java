package dev.winback.importing;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** How one file writes: decimal sign, order of dates with slashes or hyphens. */
record Notation(char decimal, boolean monthFirst) {

  /** What the API speaks. */
  static final Notation OURS = new Notation('.', false);

  /** Found in all columns of a sample that look like amounts or dates. */
  static Notation of(List<RawRow> sample) {
    int columns = sample.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    return of(sample, IntStream.range(0, columns).boxed().toList());
  }

  /** Found in some columns of a sample. */
  static Notation of(List<RawRow> sample, List<Integer> columns) {
    long points = 0;
    long months = 0;
    for (int column : columns) {
      var cells = sample.stream().map(row -> row.cell(column).strip()).toList();
      points += Numbers.points(cells);
      months += Moments.months(cells);
    }
    return new Notation(points < 0 ? ',' : '.', months > 0);
  }

  /** The number as the file would write it. */
  String written(BigDecimal number) {
    return number.toPlainString().replace('.', decimal);
  }

  String dateExample() {
    return monthFirst ? "2026-02-28, 02/28/2026" : "2026-02-28, 28.02.2026, 28/02/2026";
  }
}
