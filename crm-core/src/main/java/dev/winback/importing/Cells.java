package dev.winback.importing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row by its column names. */
record Cells(long line, Map<String, Integer> columns, List<String> values) {

  /** Longest cell that is stored; a longer one is no field of a customer but a broken quote. */
  static final int LONGEST = 65_536;

  boolean has(String column) {
    return columns.containsKey(column);
  }

  /** The cell without surrounding space and the apostrophe of spreadsheets; null when empty. */
  @Nullable String get(String column) {
    var index = columns.get(column);
    if (index == null || index >= values.size()) {
      return null;
    }
    var text = values.get(index).strip();
    if (text.startsWith("'")) {
      text = text.substring(1);
    }
    return text.isEmpty() ? null : text;
  }

  String require(String column) {
    var text = get(column);
    if (text == null) {
      throw new BadCell(column, "required");
    }
    return text;
  }

  /** What no column can hold, whatever it is. */
  Cells checked() {
    for (int i = 0; i < values.size(); i++) {
      check(values.get(i), i);
    }
    return this;
  }

  private void check(String text, int index) {
    if (text.length() > LONGEST) {
      throw new BadCell(name(index), "too-long", text.length(), LONGEST);
    }
    if (index >= columns.size() && !text.isBlank()) {
      throw new BadCell(null, "extra-cells", values.size(), columns.size());
    }
    if (text.indexOf('\uFFFD') >= 0) {
      throw new BadCell(name(index), "encoding", text.indexOf('\uFFFD') + 1);
    }
    if (text.indexOf('\0') >= 0) {
      throw new BadCell(name(index), "control");
    }
  }

  private @Nullable String name(int index) {
    return columns.entrySet().stream()
        .filter(column -> column.getValue() == index)
        .map(Map.Entry::getKey)
        .findAny()
        .orElse(null);
  }
}
