package dev.winback.importing;

import dev.winback.shared.BinaryRows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one run that come back, until they are stored with the next batch. */
class Rejections {

  private final long run;
  private final Run.Tools tools;
  private List<Problem> waiting = new ArrayList<>();
  private long count;

  /** A row that comes back. */
  private record Problem(RawRow row, @Nullable String column, String code, List<?> figures) {}

  Rejections(long run, Run.Tools tools) {
    this.run = run;
    this.tools = tools;
  }

  /** All rows of a fact come back: the one at fault with its cell, the others because of it. */
  void add(List<RawRow> rows, BadCell bad) {
    for (var row : rows) {
      boolean atFault = rows.size() == 1 || bad.line() == 0 || bad.line() == row.line();
      waiting.add(
          atFault
              ? new Problem(row, bad.column(), bad.code(), bad.figures())
              : new Problem(row, bad.column(), "with-line", List.of(bad.line())));
    }
    count += rows.size();
  }

  long count() {
    return count;
  }

  /** The rows so far, to be stored by whoever runs this. */
  Runnable taken() {
    var rows = waiting;
    waiting = new ArrayList<>();
    return () -> store(rows);
  }

  private void store(List<Problem> waiting) {
    if (waiting.isEmpty()) {
      return;
    }
    var copied = new BinaryRows();
    for (var problem : waiting) {
      copied.row(6).bigint(run).bigint(problem.row().line()).text(problem.column());
      copied.text(problem.code()).json(json(problem.figures())).json(json(problem.row().cells()));
    }
    tools
        .copy()
        .in(
            "copy import_error (import_id, line, column_name, code, figures, cells) from stdin (format binary)",
            copied);
  }

  private String json(List<?> list) {
    var storable =
        list.stream()
            .map(said -> said instanceof String text ? Zeros.written(text) : said)
            .toList();
    return tools.json().writeValueAsString(storable);
  }
}
