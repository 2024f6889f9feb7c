package dev.winback.lapse;

import dev.winback.shared.Settings;
import dev.winback.shared.WrongSetting;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reports over everybody as the night counted them, by the statements of their pages, for firms
 * whose losses are so many that a page would take seconds. Smaller ones are counted when asked.
 */
@Component
public class KeptReports {

  private static final String LOSSES =
      "select coalesce(sum(n), 0) from lapse_tally where kind in ('loss', 'past-loss')";
  private static final String KEEP =
      """
      insert into report_kept as r (report, day, rows)
      select :report, :day, coalesce(jsonb_agg(to_jsonb(x)), '[]') from (/*report*/) x
      on conflict (report) do update set day = excluded.day, rows = excluded.rows
       where r.rows <> excluded.rows or r.day <> excluded.day""";
  private static final String ROWS =
      "select y.* from report_kept k cross join jsonb_to_recordset(k.rows) y (/*columns*/) where k.report = :report";

  private final JdbcClient jdbc;
  private final int large;

  KeptReports(JdbcClient jdbc, Settings settings) {
    this.jdbc = jdbc;
    large = settings.night().largeFrom();
    if (large < 1) {
      throw new WrongSetting("winback.night.large-from", large, "1 loss or more");
    }
  }

  public void settle(
      String report, LocalDate day, String sql, Map<String, ? extends @Nullable Object> params) {
    if (jdbc.sql(LOSSES).query(Long.class).single() < large) {
      jdbc.sql("delete from report_kept where report = :report").param("report", report).update();
    } else {
      jdbc.sql(KEEP.replace("/*report*/", sql))
          .params(params)
          .param("report", report)
          .param("day", day)
          .update();
    }
  }

  /** The day of the night that counted it; null: it is counted when it is asked for. */
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
