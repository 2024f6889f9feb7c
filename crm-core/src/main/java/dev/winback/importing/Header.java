package dev.winback.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a file in their order, and the type they make. */
record Header(ImportType type, Map<String, Integer> columns, List<String> asWritten) {

  static Header of(List<String> names, @Nullable ImportType wanted) {
    var columns = new LinkedHashMap<String, Integer>();
    for (int i = 0; i < names.size(); i++) {
      var name = plain(names.get(i));
      if (columns.putIfAbsent(name.isEmpty() ? "column " + (i + 1) : name, i) != null) {
        throw new FileRefused("column-twice", name);
      }
    }
    var type = wanted == null ? recognised(columns) : wanted;
    for (var column : type.required()) {
      if (!columns.containsKey(column)) {
        throw new FileRefused("header", type.word(), column, shown(columns));
      }
    }
    return new Header(type, columns, List.copyOf(names));
  }

  private static String plain(String name) {
    return name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
  }

  private static ImportType recognised(Map<String, Integer> columns) {
    if (columns.keySet().containsAll(ImportType.PURCHASES.required())) {
      return ImportType.PURCHASES;
    }
    if (columns.keySet().containsAll(ImportType.CONTACTS.required())) {
      return ImportType.CONTACTS;
    }
    if (columns.containsKey("customer") && !columns.containsKey("time")) {
      return ImportType.CUSTOMERS;
    }
    throw new FileRefused("unknown-header", shown(columns));
  }

  private static String shown(Map<String, Integer> columns) {
    return Values.shown(String.join(", ", columns.keySet()));
  }
}
