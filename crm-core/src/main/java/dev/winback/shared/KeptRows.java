package dev.winback.shared;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a statement over everybody found on a day, kept under a name for pages to read. */
@Component
public class KeptRows {

  private static final String KEEP =
      """
      insert into report_kept as r (report, day, rows)
      select :report, :day, coalesce(jsonb_agg(to_jsonb(x)), '[]') from (/*report*/) x
      on conflict (report) do update set day = excluded.day, rows = excluded.rows
       where r.rows <> excluded.rows or r.day <> excluded.day""";
  private static final String ROWS =
      "select y.* from report_kept k cross join jsonb_to_recordset(k.rows) y (/*columns*/) where k.report = :report";

  private final JdbcClient jdbc;

  public KeptRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** 1 when something else is kept than before. */
  public int keep(
      String report, LocalDate day, String sql, Map<String, ? extends @Nullable Object> params) {
    return jdbc.sql(KEEP.replace("/*report*/", sql))
        .params(params)
        .param("report", report)
        .param("day", day)
        .update();
  }

  public void forget(String report) {
    jdbc.sql("delete from report_kept where report = :report").param("report", report).update();
  }

  /** Null: nothing is kept. */
  public @Nullable LocalDate day(String report) {
    return jdbc.sql("select day from report_kept where report = :report")
        .param("report", report)
        .query(LocalDate.class)
        .optional()
        .orElse(null);
  }

  /** Columns as in SQL, of the names that the row has. */
  public <T> List<T> rows(String report, String columns, Class<T> row) {
    return jdbc.sql(ROWS.replace("/*columns*/", columns)).param("report", report).query(row).list();
  }
}
