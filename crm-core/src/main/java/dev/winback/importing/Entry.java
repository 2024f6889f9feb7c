package dev.winback.importing;

import java.util.Map;

/**
 * One row under our own column names as a format made it, with the names that the cells have in the
 * file.
 */
record Entry(ImportType type, Cells cells, Map<String, String> written) {

  Entry(ImportType type, Cells cells) {
    this(type, cells, Map.of());
  }

  /** The column as the file calls it. */
  String written(String column) {
    return written.getOrDefault(column, column);
  }
}
