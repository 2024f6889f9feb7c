package dev.winback.importing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** The columns of a file in their order, by their names in small letters. */
record Header(Map<String, Integer> columns, Set<String> doubled, List<String> asWritten) {

  static Header of(List<String> names) {
    var columns = new LinkedHashMap<String, Integer>();
    var doubled = new LinkedHashSet<String>();
    for (int i = 0; i < names.size(); i++) {
      var plain = plain(names.get(i));
      var name = plain.isEmpty() ? "column " + (i + 1) : plain;
      if (columns.putIfAbsent(name, i) != null) {
        doubled.add(name);
        columns.put(again(name, columns), i);
      }
    }
    return new Header(columns, doubled, List.copyOf(names));
  }

  /** A name under which the second one stands and that no format knows. */
  private static String again(String name, Map<String, Integer> columns) {
    return IntStream.iterate(2, n -> n + 1)
        .mapToObj(n -> name + " (" + n + ")")
        .filter(other -> !columns.containsKey(other))
        .findFirst()
        .orElseThrow();
  }

  /** Nobody guesses which of two is meant; what is not read may stand there often. */
  void requireOnce(Format format) {
    var unread = format.unread();
    doubled.stream()
        .filter(name -> format.reads(name) && !unread.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new FileRefused("column-twice", name);
            });
  }

  /** What nobody reads, as the file writes it. */
  List<String> unread(Format format) {
    var names = new LinkedHashSet<>(format.unread());
    doubled.stream().filter(name -> !format.reads(name)).forEach(names::add);
    return names.stream().map(name -> String.valueOf(written(name))).toList();
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
    return Zeros.json(json, asWritten);
  }

  String shown() {
    return Values.shown(String.join(", ", columns.keySet()));
  }
}
