package dev.winback.report;

import dev.winback.shared.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list, the condition for what comes after a row, and who stands in it; whoever has
 * nothing to be ordered by comes behind in an order of his own, so that each of the two is one
 * index range.
 */
record ListOrder(String by, String after, String only, @Nullable ListOrder rest) {

  /** What a cursor has in the place of the value of a row that has none. */
  static final String NONE = "none";

  static ListOrder of(String by, String after) {
    return new ListOrder(by, after, "true", null);
  }

  /** Reads rows of one order, or of the rest, behind a cursor. */
  @FunctionalInterface
  interface Reader<R> {
    List<R> read(ListOrder order, @Nullable Cursor after, int limit);
  }

  <R> List<R> read(@Nullable Cursor after, int limit, Reader<R> reader) {
    if (rest == null) {
      return reader.read(this, after, limit);
    }
    if (after != null && after.values().get(0).equals(NONE)) {
      return reader.read(rest, after, limit);
    }
    var rows = new ArrayList<>(reader.read(this, after, limit));
    if (rows.size() < limit) {
      rows.addAll(reader.read(rest, null, limit - rows.size()));
    }
    return rows;
  }

  /** This order, and that of the rest where there is one. */
  List<ListOrder> all() {
    return rest == null ? List.of(this) : List.of(this, Objects.requireNonNull(rest));
  }

  String in(String sql, boolean begins) {
    return sql.replace("/*order*/", by)
        .replace("/*only*/", only)
        .replace("/*after*/", begins ? "true" : after);
  }
}
