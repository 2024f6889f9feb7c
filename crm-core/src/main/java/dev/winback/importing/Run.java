package dev.winback.importing;

import dev.winback.shared.BinaryRows;
import dev.winback.shared.Copy;
import dev.winback.shared.Stages;
import dev.winback.shared.Stages.Overtaken;
import dev.winback.shared.Staging;
import dev.winback.shared.Tally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;

/**
 * One import from file to facts. A batch of rows, and later a slice of customers, is one
 * transaction: nothing holds a snapshot for minutes, and a run that dies may be loaded again.
 */
class Run {

  private static final int ROWS = 5_000;
  private static final int TRIES = 3;

  /** Characters in memory at once, whatever a row holds. */
  private static final long CHARACTERS = 4_000_000;

  private final long id;
  private final ImportFile file;
  private final Kind<?> kind;
  private final Values values;
  private final Tools tools;
  private final Staging staging;
  private final List<Problem> problems = new ArrayList<>();
  private long rows;
  private long rejected;
  private int waiting;
  private long characters;

  /** What every run works with. */
  record Tools(TransactionTemplate tx, Runs runs, Stages stages, Copy copy, ObjectMapper json) {}

  /** A row that comes back. */
  private record Problem(Cells cells, @Nullable String column, String code, List<Object> figures) {}

  Run(long id, ImportFile file, Kind<?> kind, Values values, Tools tools) {
    this.id = id;
    this.file = file;
    this.kind = kind;
    this.values = values;
    this.tools = tools;
    staging = Staging.ofRun(id);
  }

  void process(boolean dryRun) throws IOException {
    try {
      tools.tx().executeWithoutResult(tx -> kind.intake().open(staging));
      file.read(this::take);
      flush();
      var settled = tools.tx().execute(tx -> kind.intake().settle(staging));
      giveBackOvertaken(settled.refused());
      var tally =
          dryRun ? new Tally(settled.created(), settled.changed(), 0) : merge(settled.slices());
      tools.runs().counted(id, tally, rows - rejected - tally.created() - tally.changed());
    } finally {
      tools.tx().executeWithoutResult(tx -> tools.stages().drop(staging, ""));
    }
  }

  private void take(Cells cells) {
    rows++;
    try {
      kind.take(cells.checked(), values);
    } catch (BadCell bad) {
      reject(new Problem(cells, bad.column(), bad.code(), bad.figures()));
    }
    waiting++;
    characters += cells.values().stream().mapToLong(String::length).sum();
    if (waiting >= ROWS || characters >= CHARACTERS) {
      flush();
    }
  }

  private void reject(Problem problem) {
    rejected++;
    problems.add(problem);
  }

  private void flush() {
    tools
        .tx()
        .executeWithoutResult(
            tx -> {
              kind.flush(staging);
              store();
              tools.runs().progress(id, rows, rejected, file.upload().bytesRead().get());
            });
    waiting = 0;
    characters = 0;
  }

  private void store() {
    if (problems.isEmpty()) {
      return;
    }
    var copied = new BinaryRows();
    for (var problem : problems) {
      copied.row(6).bigint(id).bigint(problem.cells().line()).text(problem.column());
      copied
          .text(problem.code())
          .json(json(problem.figures()))
          .json(json(problem.cells().values()));
    }
    tools
        .copy()
        .in(
            "copy import_error (import_id, line, column_name, code, figures, cells) from stdin (format binary)",
            copied);
    problems.clear();
  }

  /** PostgreSQL's jsonb holds every character but this one. */
  private String json(List<?> list) {
    return tools.json().writeValueAsString(list).replace("\\u0000", "\\u2400");
  }

  /** Reads the file once more for the rows that a later row overtook: the tables have no cells. */
  private void giveBackOvertaken(long count) throws IOException {
    if (count == 0) {
      return;
    }
    var overtaken = new OvertakenLines(tools, staging, kind.intake());
    file.read(
        cells -> {
          var line = overtaken.at(cells.line());
          if (line != null) {
            reject(problem(cells, line));
            if (++waiting >= ROWS) {
              flush();
            }
          }
        });
    flush();
  }

  private Problem problem(Cells cells, Overtaken line) {
    return line.laterLine() == 0
        ? new Problem(cells, "customer", "erased", List.of())
        : new Problem(cells, kind.type().ownId(), "duplicate", List.of(line.laterLine()));
  }

  private Tally merge(int slices) {
    var tally = Tally.NONE;
    for (int slice = 0; slice < slices; slice++) {
      tally = tally.plus(merged(slice));
      refreshStatistics(slice);
      tools.runs().counted(id, tally, 0);
    }
    return tally;
  }

  /**
   * After the 1st, 2nd, 4th, 8th … slice: a plan made for an empty table reads a full one from end
   * to end (CDNOW: 43 s instead of 8 s).
   */
  private void refreshStatistics(int slice) {
    if (Integer.bitCount(slice + 1) == 1) {
      tools.tx().executeWithoutResult(tx -> tools.stages().refreshStatistics());
    }
  }

  /** A slice that met a call being logged on the same lapse is chosen to give way: once more. */
  private Tally merged(int slice) {
    for (int tries = 1; ; tries++) {
      try {
        return tools.tx().execute(tx -> kind.intake().merge(staging, slice, id));
      } catch (PessimisticLockingFailureException busy) {
        if (tries == TRIES) {
          throw busy;
        }
      }
    }
  }

  Map<String, java.math.BigDecimal> money() {
    return kind.money();
  }
}
