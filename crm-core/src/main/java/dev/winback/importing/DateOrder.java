package dev.winback.importing;

import java.io.IOException;
import java.util.List;

/**
 * Whether day or month comes first in a file whose first rows do not tell it: a thousand orders in
 * the first twelve days of a month are nothing special, so all of its rows are asked then.
 */
final class DateOrder {

  private final List<Integer> columns;
  private long months;

  private DateOrder(List<Integer> columns) {
    this.columns = columns;
  }

  static Notation of(RowSource source, List<Integer> columns, Notation found) throws IOException {
    var order = new DateOrder(columns);
    if (source.sample().size() < RowSource.SAMPLE || !order.undecided(source.sample())) {
      return found;
    }
    source.read(row -> order.months += Moments.months(order.cells(row)));
    return new Notation(found.decimal(), order.months > 0);
  }

  private boolean undecided(List<RawRow> sample) {
    return Moments.undecided(sample.stream().flatMap(row -> cells(row).stream()).toList());
  }

  private List<String> cells(RawRow row) {
    return columns.stream().map(column -> row.cell(column).strip()).toList();
  }
}
