package dev.winback.lapse;

import dev.winback.shared.KeptRows;
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
 * whose lapses are so many that a page would take seconds. Smaller ones are counted when asked.
 */
@Component
public class KeptReports {

  private static final String LAPSES =
      "select coalesce(sum(n), 0) from lapse_tally where kind in ('month', 'past-loss')";

  private final JdbcClient jdbc;
  private final KeptRows kept;
  private final int large;

  KeptReports(JdbcClient jdbc, KeptRows kept, Settings settings) {
    this.jdbc = jdbc;
    this.kept = kept;
    large = settings.night().largeFrom();
    if (large < 1) {
      throw new WrongSetting("winback.night.large-from", large, "1 lapse or more");
    }
  }

  public void settle(
      String report, LocalDate day, String sql, Map<String, ? extends @Nullable Object> params) {
    if (jdbc.sql(LAPSES).query(Long.class).single() < large) {
      kept.forget(report);
    } else {
      kept.keep(report, day, sql, params);
    }
  }

  /** The day of the night that counted it; null: it is counted when it is asked for. */
  public @Nullable LocalDate day(String report) {
    return kept.day(report);
  }

  /** Columns as in SQL, of the names that the row has. */
  public <T> List<T> rows(String report, String columns, Class<T> row) {
    return kept.rows(report, columns, row);
  }
}
