package dev.winback.web.importing;

import dev.winback.importing.ImportProblem;
import dev.winback.importing.ImportRun;
import dev.winback.importing.Imports;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Csv;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The rejected rows as they came, with line, column and reason, for a spreadsheet. */
@Component
class ErrorFile {

  private final Imports imports;
  private final Wording wording;
  private final BusinessClock clock;

  ErrorFile(Imports imports, Wording wording, BusinessClock clock) {
    this.imports = imports;
    this.wording = wording;
    this.clock = clock;
  }

  void write(long id, Actor actor, HttpServletResponse response) {
    var run = imports.run(id, actor);
    try (var csv = Csv.open(response, clock.today(), "import-" + id + "-errors")) {
      csv.row(header(run).toArray());
      imports.eachProblem(id, actor, problem -> csv.row(row(problem, run).toArray()));
    }
  }

  private static List<String> header(ImportRun run) {
    var header = new ArrayList<>(run.header());
    header.addAll(List.of("_line", "_column", "_error"));
    return header;
  }

  /** A row that is longer than the header keeps its surplus in the last cell of its own. */
  private List<String> row(ImportProblem problem, ImportRun run) {
    var row = new ArrayList<String>();
    int columns = run.header().size();
    for (int i = 0; i < columns; i++) {
      row.add(i < problem.cells().size() ? problem.cells().get(i) : "");
    }
    if (problem.cells().size() > columns && columns > 0) {
      var surplus = problem.cells().subList(columns - 1, problem.cells().size());
      row.set(columns - 1, String.join(",", surplus));
    }
    row.add(Long.toString(problem.line()));
    row.add(problem.column() == null ? "" : problem.column());
    row.add(wording.of(problem.sentence()));
    return row;
  }
}
