package dev.winback.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cell, or with a null column a row, that cannot be taken; thrown often, so without a trace. */
class BadCell extends RuntimeException {

  private final @Nullable String column;
  private final String code;
  private final long line;
  private final transient List<Object> figures;

  BadCell(@Nullable String column, String code, Object... figures) {
    super(code, null, false, false);
    this.column = column;
    this.code = code;
    this.line = 0;
    this.figures = List.of(figures);
  }

  private BadCell(BadCell bad, long line, @Nullable String column) {
    super(bad.code, null, false, false);
    this.column = column;
    this.code = bad.code;
    this.line = line;
    this.figures = bad.figures;
  }

  /** The same under the column's name in the file. */
  BadCell in(@Nullable String written) {
    return new BadCell(this, line, written);
  }

  /** The same in one of several rows of a fact. */
  BadCell at(long row) {
    return new BadCell(this, row, column);
  }

  /** The row at fault; 0 where a fact has one row only or all are at fault. */
  long line() {
    return line;
  }

  @Nullable String column() {
    return column;
  }

  String code() {
    return code;
  }

  List<Object> figures() {
    return figures;
  }
}
