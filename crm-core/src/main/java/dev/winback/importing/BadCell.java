package dev.winback.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cell, or with a null column a row, that cannot be taken; thrown often, so without a trace. */
class BadCell extends RuntimeException {

  private final @Nullable String column;
  private final String code;
  private final transient List<Object> figures;

  BadCell(@Nullable String column, String code, Object... figures) {
    super(code, null, false, false);
    this.column = column;
    this.code = code;
    this.figures = List.of(figures);
  }

  @Nullable String column() {
    return column;
  }

  String code() {
    return code;
  }

  List<Object> figures() {
    return figures;
  }
}
