package dev.winback.importing;

import java.util.List;

/** One row of a file as it came, before its cells mean anything; the line it began on. */
record RawRow(long line, List<String> cells) {

  /** A row that says nothing is no row of data. */
  boolean blank() {
    for (var cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }

  /** Characters of all cells. */
  long length() {
    long length = 0;
    for (var cell : cells) {
      length += cell.length();
    }
    return length;
  }

  String cell(int index) {
    return index < cells.size() ? cells.get(index) : "";
  }
}
