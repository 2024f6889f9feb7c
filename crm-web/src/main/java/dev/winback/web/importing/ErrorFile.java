package dev.winback.web.importing;

import dev.winback.importing.ImportHistory;
import dev.winback.importing.ImportProblem;
import dev.winback.importing.ImportRun;
import dev.winback.importing.Imports;
import dev.winback.importing.ProblemFilter;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rejected rows as they came, with line, column and reason, for a spreadsheet: those of a
 * filter, or without one those in which there is something to correct.
 */
@Component
class ErrorFile {

  private final Imports imports;
  private final ImportHistory history;
  private final Wording wording;
  private final BusinessClock clock;

  ErrorFile(Imports imports, ImportHistory history, Wording wording, BusinessClock clock) {
    this.imports = imports;
    this.history = history;
    this.wording = wording;
    this.clock = clock;
  }

  void write(
      long id,
      @Nullable String column,
      @Nullable String code,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    var filter =
        column == null && code == null ? ProblemFilter.TO_CORRECT : new ProblemFilter(column, code);
    var run = imports.run(id, actor);
    var separator = history.separator(id, actor);
    var view = "import-" + id + "-errors";
    try (var file = Export.open(request, response, clock.today(), view, separator)) {
      file.row(header(run).toArray());
      history.eachProblem(id, filter, actor, problem -> file.row(row(problem, run).toArray()));
    }
  }

  private static List<String> header(ImportRun run) {
    var header = new ArrayList<>(run.header());
    header.addAll(List.of("_line", "_column", "_error"));
    return header;
  }

  /**
   * What a row has more than the header stands behind our own columns: left out again, they leave
   * the row as it came.
   */
  private List<String> row(ImportProblem problem, ImportRun run) {
    var cells = problem.cells();
    int own = Math.min(cells.size(), run.header().size());
    var row = new ArrayList<>(cells.subList(0, own));
    while (row.size() < run.header().size()) {
      row.add("");
    }
    row.add(Long.toString(problem.line()));
    row.add(problem.column() == null ? "" : problem.column());
    row.add(wording.of(problem.sentence()));
    row.addAll(cells.subList(own, cells.size()));
    return row;
  }
}
