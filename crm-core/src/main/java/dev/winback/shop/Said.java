package dev.winback.shop;

import dev.winback.importing.ImportType;
import dev.winback.importing.OddSigns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one delivery says, as rows under the columns of files; customers come first. */
record Said(List<Row> rows) {

  /** One row and what it is about. */
  record Row(ImportType type, Map<String, String> columns) {}

  /** Of rows of several deliveries those of one type, in their order. */
  static List<Map<String, String>> of(ImportType type, List<Said> said) {
    var rows = new ArrayList<Map<String, String>>();
    for (var one : said) {
      one.rows().stream().filter(row -> row.type() == type).forEach(row -> rows.add(row.columns()));
    }
    return rows;
  }

  /** Columns with something in them. */
  static final class Columns {

    private final Map<String, String> columns = new LinkedHashMap<>();

    Columns put(String column, @Nullable String value) {
      if (value != null && !value.isBlank()) {
        columns.put(column, value);
      }
      return this;
    }

    /** Nobody can correct it in the shop: what cannot be read in full is left unsaid. */
    Columns putName(String column, @Nullable String name) {
      return name == null || OddSigns.lost(name) ? this : put(column, OddSigns.spaced(name));
    }

    Row row(ImportType type) {
      return new Row(type, columns);
    }
  }
}
