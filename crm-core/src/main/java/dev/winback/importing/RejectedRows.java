package dev.winback.importing;

import dev.winback.shared.Sentence;
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

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  RejectedRows(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<ImportProblem> first(long id, int limit) {
    return jdbc.sql(
            """
            select line, column_name, code, figures, cells from import_error
            where import_id = :id order by line, id limit :limit
            """)
        .param("id", id)
        .param("limit", limit)
        .query((row, n) -> problem(row))
        .list();
  }

  void each(long id, Consumer<ImportProblem> consumer) {
    try (var problems =
        jdbc
            .sql(
                """
                select line, column_name, code, figures, cells from import_error
                where import_id = :id order by line, id
                """)
            .withFetchSize(1_000)
            .param("id", id)
            .query((row, n) -> problem(row))
            .stream()) {
      problems.forEach(consumer);
    }
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
