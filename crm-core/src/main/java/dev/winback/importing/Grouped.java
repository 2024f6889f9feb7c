package dev.winback.importing;

import dev.winback.shared.BinaryRows;
import dev.winback.shared.Sql;
import dev.winback.shared.Staging;
import dev.winback.shared.Tally;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of a file whose facts have several rows each, wherever they stand: laid down row by row,
 * sorted once by the database, then given fact by fact, one page in memory at a time.
 */
class Grouped {

  /** Rows of one fact; more of them are a wrong choice of the column that groups. */
  static final int MOST_ROWS = 10_000;

  private static final String TABLES = Sql.of(Grouped.class, "grouped-staging.sql");
  private static final String SORT = Sql.of(Grouped.class, "grouped-sort.sql");
  private static final String PAGE = Sql.of(Grouped.class, "grouped-page.sql");
  private static final String LINES = Sql.of(Grouped.class, "fact-lines.sql");
  private static final String COUNTED = Sql.of(Grouped.class, "fact-counted.sql");
  private static final String COPY = "copy staging_line from stdin (format binary)";
  private static final int ROWS = 5_000;
  private static final long CHARACTERS = 4_000_000;

  private final ImportFile file;
  private final Staging staging;
  private final Run.Tools tools;
  private final List<RawRow> fact = new ArrayList<>();
  private BinaryRows laid = new BinaryRows();
  private BinaryRows weights = new BinaryRows();
  private int waiting;
  private long characters;

  Grouped(ImportFile file, Staging staging, Run.Tools tools) {
    this.file = file;
    this.staging = staging;
    this.tools = tools;
  }

  private record Line(long firstLine, long line, String cells) {}

  /** Lays all rows down; {@code pause} runs between the batches. */
  void lay(Runnable pause) throws IOException {
    tools.tx().executeWithoutResult(tx -> tools.stages().open(staging, TABLES));
    file.source()
        .read(
            row -> {
              add(row);
              if (waiting >= ROWS || characters >= CHARACTERS) {
                flush();
                pause.run();
              }
            });
    flush();
    tools.tx().executeWithoutResult(tx -> tools.stages().work(staging, SORT));
  }

  /** Rows without a group of their own stand alone. */
  private void add(RawRow row) {
    var group = file.format().group(row);
    var cells = tools.json().writeValueAsString(row.cells());
    laid.row(4).bigint(row.line());
    laid.text(group == null ? "\u001f" + row.line() : storable(group));
    laid.text(storable(file.format().part(row))).text(cells);
    waiting++;
    characters += cells.length();
  }

  private static @Nullable String storable(@Nullable String text) {
    return text == null ? null : text.replace('\0', '\u2400');
  }

  private void flush() {
    tools.tx().executeWithoutResult(tx -> tools.stages().fill(staging, COPY, laid));
    laid = new BinaryRows();
    waiting = 0;
    characters = 0;
  }

  /** Gives the rows of each fact in the order of their first rows; endless ones in pieces. */
  void read(Consumer<List<RawRow>> facts, Consumer<List<RawRow>> endless) {
    long first = 0;
    boolean broken = false;
    int pages = pages();
    for (int page = 0; page <= pages; page++) {
      for (var line : page(page)) {
        boolean next = line.firstLine() != first;
        if (next || fact.size() > MOST_ROWS) {
          broken |= fact.size() > MOST_ROWS;
          give(broken ? endless : facts);
          broken &= !next;
        }
        first = line.firstLine();
        fact.add(new RawRow(line.line(), cells(line)));
      }
    }
    give(broken || fact.size() > MOST_ROWS ? endless : facts);
  }

  private void give(Consumer<List<RawRow>> facts) {
    if (!fact.isEmpty()) {
      facts.accept(List.copyOf(fact));
      fact.clear();
    }
  }

  /** A fact of several rows is counted by them. */
  void weigh(List<RawRow> rows) {
    if (rows.size() > 1) {
      weights.row(2).bigint(rows.get(0).line()).integer(rows.size());
    }
  }

  void storeWeights() {
    tools.stages().fill(staging, "copy fact_line from stdin (format binary)", weights);
    weights = new BinaryRows();
  }

  /** To be called once the facts are settled. */
  void count(ImportType type) {
    tools.stages().work(staging, LINES.replace("{fact}", type.ownId()));
  }

  /** The rows behind the facts of a slice, or of all. */
  Tally tally(ImportType type, @Nullable Integer slice) {
    var counted = COUNTED.replace("{fact}", type.ownId());
    return tools
        .stages()
        .ask(staging, jdbc -> jdbc.sql(counted).param("slice", slice).query(Tally.class).single());
  }

  private List<String> cells(Line line) {
    return List.of(tools.json().readValue(line.cells(), String[].class));
  }

  private int pages() {
    return ask(
        jdbc ->
            jdbc.sql("select coalesce(max(page), 0) from sorted_line")
                .query(Integer.class)
                .single());
  }

  private List<Line> page(int page) {
    return ask(jdbc -> jdbc.sql(PAGE).param("page", page).query(Line.class).list());
  }

  private <R> R ask(Function<JdbcClient, R> question) {
    return Objects.requireNonNull(tools.tx().execute(tx -> tools.stages().ask(staging, question)));
  }
}
