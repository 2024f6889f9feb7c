package dev.winback.importing;

import java.io.IOException;
import java.util.List;

/**
 * How a file writes whose first rows do not tell it: a thousand orders in the first twelve days of
 * a month, or of whole sums, are nothing special, so all of its rows are asked then.
 */
final class AllRows {

  private final List<Integer> columns;
  private final Signs signs;
  private long months;

  private AllRows(List<Integer> columns) {
    this.columns = columns;
    signs = new Signs(columns);
  }

  static Notation of(RowSource source, List<Integer> columns, Notation found) throws IOException {
    var all = new AllRows(columns);
    boolean order = all.undecided(source.sample());
    boolean sign = Signs.of(source.sample(), columns).undecided();
    if (source.sample().size() < RowSource.SAMPLE || !order && !sign) {
      return found;
    }
    source.read(all::look);
    var decimal = sign ? all.signs.decimal() : found.decimal();
    return new Notation(
        decimal, order ? all.months > 0 : found.monthFirst(), all.signs.exact(decimal));
  }

  private boolean undecided(List<RawRow> sample) {
    return Moments.undecided(sample.stream().flatMap(row -> cells(row).stream()).toList());
  }

  private void look(RawRow row) {
    months += Moments.months(cells(row));
    signs.add(row);
  }

  private List<String> cells(RawRow row) {
    return columns.stream().map(column -> row.cell(column).strip()).toList();
  }
}
