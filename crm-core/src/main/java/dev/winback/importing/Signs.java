package dev.winback.importing;

import java.util.List;
import java.util.function.UnaryOperator;

/** What some columns of a file show of its decimal sign, row by row. */
final class Signs {

  private final List<Integer> columns;
  private final UnaryOperator<String> number;
  private final List<ColumnSigns> found;

  /** With what finds the number in a cell. */
  Signs(List<Integer> columns, UnaryOperator<String> number) {
    this.columns = columns;
    this.number = number;
    found = columns.stream().map(column -> new ColumnSigns()).toList();
  }

  static Signs of(List<RawRow> rows, List<Integer> columns, UnaryOperator<String> number) {
    var signs = new Signs(columns, number);
    rows.forEach(signs::add);
    return signs;
  }

  void add(RawRow row) {
    for (int i = 0; i < found.size(); i++) {
      found.get(i).add(number.apply(row.cell(columns.get(i)).strip()));
    }
  }

  /** No cell has decimals that can be nothing else. */
  boolean undecided() {
    return points() == 0;
  }

  /** Without a proof it is a point, unless points stand where thousands are told apart. */
  char decimal() {
    long points = points();
    return points < 0 || points == 0 && grouped('.') ? ',' : '.';
  }

  /** Commas before three digits, if any, are thousands in this file. */
  boolean groups() {
    return !undecided() || grouped('.') || grouped(',');
  }

  private boolean grouped(char sign) {
    return found.stream().anyMatch(column -> column.grouped(sign))
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
