package dev.winback.importing;

import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Sentence;
import dev.winback.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** The rejected rows of imports. */
@Component
class RejectedRows {

  private static final String PROBLEMS = Sql.of(RejectedRows.class, "problems.sql");

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  RejectedRows(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<ProblemCount> counts(long id) {
    return jdbc.sql(
            """
            select column_name as "column", code, count(*) as rows from import_error
            where import_id = :id group by column_name, code order by count(*) desc, column_name, code
            """)
        .param("id", id)
        .query(ProblemCount.class)
        .list();
  }

  Paged<ImportProblem> page(long id, ProblemFilter filter, @Nullable Cursor after, int limit) {
    var rows =
        filtered(id, filter)
            .param("line", after == null ? null : after.number(0))
            .param("row", after == null ? null : after.number(1))
            .param("limit", limit + 1)
            .query((row, n) -> new Keyed(row.getLong("id"), problem(row)))
            .list();
    var page = Paged.of(rows, limit, row -> Cursor.encode(row.problem().line(), row.id()));
    return new Paged<>(page.items().stream().map(Keyed::problem).toList(), page.next());
  }

  private record Keyed(long id, ImportProblem problem) {}

  void each(long id, ProblemFilter filter, Consumer<ImportProblem> consumer) {
    try (var problems =
        filtered(id, filter)
            .withFetchSize(1_000)
            .param("line", null)
            .param("row", null)
            .param("limit", null)
            .query((row, n) -> problem(row))
            .stream()) {
      problems.forEach(consumer);
    }
  }

  private JdbcClient.StatementSpec filtered(long id, ProblemFilter filter) {
    return jdbc.sql(PROBLEMS)
        .param("id", id)
        .param("column", filter.column())
        .param("code", filter.code())
        .param("without", filter.toCorrect() ? ProblemFilter.OVERTAKEN : null);
  }

  /** The separator of the file that they came in. */
  char separator(long id) {
    return jdbc.sql("select separator from import_run where id = :id")
        .param("id", id)
        .query(String.class)
        .single()
        .charAt(0);
  }

  private ImportProblem problem(ResultSet row) throws SQLException {
    return new ImportProblem(
        row.getLong("line"),
        row.getString("column_name"),
        new Sentence("importing.error." + row.getString("code"), list(row.getString("figures"))),
        list(row.getString("cells")).stream().map(String::valueOf).map(Zeros::read).toList());
  }

  private List<Object> list(@Nullable String text) {
    return text == null ? List.of() : List.of(json.readValue(text, Object[].class));
  }
}
