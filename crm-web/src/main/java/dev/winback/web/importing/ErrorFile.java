package dev.winback.web.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.winback.importing.ImportProblem;
import dev.winback.importing.ImportRun;
import dev.winback.importing.Imports;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The rejected rows as they came, with line, column and reason, for a spreadsheet. */
@Component
class ErrorFile {

  /** What a spreadsheet would take for a formula; numbers and phones are none. */
  private static final Pattern FORMULA =
      Pattern.compile("[=@\t\r].*|[+-](?![\\d ().,/-]*$).*", Pattern.DOTALL);

  private final Imports imports;
  private final Wording wording;

  ErrorFile(Imports imports, Wording wording) {
    this.imports = imports;
    this.wording = wording;
  }

  void write(long id, Actor actor, HttpServletResponse response) throws IOException {
    var run = imports.run(id, actor);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"import-" + id + "-errors.csv\"");
    var out = response.getOutputStream();
    out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
    try (var csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8)) {
      csv.writeRecord(header(run));
      imports.eachProblem(id, actor, problem -> csv.writeRecord(row(problem, run)));
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
      row.add(i < problem.cells().size() ? guarded(problem.cells().get(i)) : "");
    }
    if (problem.cells().size() > columns && columns > 0) {
      var surplus = problem.cells().subList(columns - 1, problem.cells().size());
      row.set(columns - 1, guarded(String.join(",", surplus)));
    }
    row.add(Long.toString(problem.line()));
    row.add(problem.column() == null ? "" : problem.column());
    row.add(wording.of(problem.sentence()));
    return row;
  }

  static String guarded(String cell) {
    return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
  }
}
