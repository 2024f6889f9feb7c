package dev.winback.importing;

import java.util.List;

/** One row of a file as it came, before its cells mean anything; the line it began on. */
record RawRow(long line, List<String> cells) {

  /** A row that says nothing is no row of data. */
  boolean blank() {
    return cells.stream().allMatch(String::isBlank);
  }

  String cell(int index) {
    return index < cells.size() ? cells.get(index) : "";
  }
}
