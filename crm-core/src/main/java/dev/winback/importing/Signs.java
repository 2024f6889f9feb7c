package dev.winback.importing;

import java.util.List;

/** What some columns of a file show of its decimal sign, row by row. */
final class Signs {

  private final List<Integer> columns;
  private final List<ColumnSigns> found;

  Signs(List<Integer> columns) {
    this.columns = columns;
    found = columns.stream().map(column -> new ColumnSigns()).toList();
  }

  static Signs of(List<RawRow> rows, List<Integer> columns) {
    var signs = new Signs(columns);
    rows.forEach(signs::add);
    return signs;
  }

  void add(RawRow row) {
    for (int i = 0; i < found.size(); i++) {
      found.get(i).add(row.cell(columns.get(i)).strip());
    }
  }

  /** No cell has decimals that can be nothing else. */
  boolean undecided() {
    return points() == 0;
  }

  /** Without a proof it is a point, unless points stand where thousands are told apart. */
  char decimal() {
    long points = points();
    return points < 0 || points == 0 && grouped() ? ',' : '.';
  }

  private boolean grouped() {
    return found.stream().anyMatch(ColumnSigns::grouped)
        && found.stream().noneMatch(ColumnSigns::fine);
  }

  /** Three digits behind the sign are decimals in this file. */
  boolean exact(char decimal) {
    return found.stream().anyMatch(column -> column.exact(decimal));
  }

  private long points() {
    return found.stream().mapToLong(ColumnSigns::points).sum();
  }
}
