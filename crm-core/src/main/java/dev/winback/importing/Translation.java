package dev.winback.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a row under our own columns out of cells of another system, and keeps their names. */
final class Translation {

  private final long line;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final List<String> values = new ArrayList<>();
  private final Map<String, String> written = new LinkedHashMap<>();

  Translation(long line) {
    this.line = line;
  }

  /** What stands under {@code from} in the file is our column; null says that there is nothing. */
  Translation say(String column, @Nullable String value, String from) {
    columns.put(column, values.size());
    // an apostrophe that is still there is meant: reading takes one away
    values.add(value == null ? "" : value.startsWith("'") ? "'" + value : value);
    written.put(column, from);
    return this;
  }

  /** Only what is told is said; the rest stays as it is known. */
  Translation sayIfTold(String column, @Nullable String value, String from) {
    return value == null ? this : say(column, value, from);
  }

  /** Takes back what was said. */
  Translation without(String column) {
    columns.remove(column);
    return this;
  }

  Entry entry(ImportType type) {
    return new Entry(type, new Cells(line, columns, values), written);
  }
}
