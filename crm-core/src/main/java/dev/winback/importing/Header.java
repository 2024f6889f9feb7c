package dev.winback.importing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** The columns of a file in their order, by their names in small letters. */
record Header(Map<String, Integer> columns, List<String> asWritten) {

  static Header of(List<String> names) {
    var columns = new LinkedHashMap<String, Integer>();
    for (int i = 0; i < names.size(); i++) {
      var name = plain(names.get(i));
      if (columns.putIfAbsent(name.isEmpty() ? "column " + (i + 1) : name, i) != null) {
        throw new FileRefused("column-twice", name);
      }
    }
    return new Header(columns, List.copyOf(names));
  }

  static String plain(String name) {
    return name.replace("\uFEFF", "").strip().toLowerCase(java.util.Locale.ROOT);
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  /** Negative when the file does not have it. */
  int place(String column) {
    return columns.getOrDefault(column, -1);
  }

  boolean hasAll(Collection<String> names) {
    return columns.keySet().containsAll(names);
  }

  /** Places of those of the columns that the file has. */
  List<Integer> places(Collection<String> names) {
    return names.stream().map(columns::get).filter(Objects::nonNull).toList();
  }

  /** The column as the file writes it. */
  @Nullable String written(@Nullable String column) {
    var index = column == null ? null : columns.get(column);
    return index == null || asWritten.get(index).isBlank() ? column : asWritten.get(index);
  }

  /** A row by the file's own columns, without what no column can hold. */
  Cells cells(RawRow row) {
    return new Cells(row.line(), columns, row.cells());
  }

  /** As runs keep it. */
  String json(ObjectMapper json) {
    return json.writeValueAsString(asWritten).replace("\\u0000", "");
  }

  String shown() {
    return Values.shown(String.join(", ", columns.keySet()));
  }
}
