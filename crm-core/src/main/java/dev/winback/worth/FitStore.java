package dev.winback.worth;

import dev.winback.value.Posterior;
import dev.winback.value.WinBackPriors;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what the last night learned. */
@Component
class FitStore {

  private final JdbcClient jdbc;

  FitStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty before the first night, and when the table of features is another one since. */
  Optional<WinBackFit> last() {
    return jdbc.sql("select * from win_back_fit")
        .query((row, n) -> read(row))
        .optional()
        .filter(fit -> fit.means().length == fit.priors().size());
  }

  private static WinBackFit read(ResultSet row) throws SQLException {
    boolean calibrated = row.getBoolean("calibrated");
    var coefficients = numbers(row, "coefficients");
    return new WinBackFit(
        row.getObject("day", LocalDate.class),
        row.getInt("returned"),
        calibrated,
        new Posterior(
            WinBackPriors.table(calibrated),
            coefficients,
            square(numbers(row, "covariance"), coefficients.length),
            row.getInt("outcomes")),
        numbers(row, "means"));
  }

  private static double[] numbers(ResultSet row, String column) throws SQLException {
    var boxed = (Double[]) row.getArray(column).getArray();
    var numbers = new double[boxed.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = boxed[i];
    }
    return numbers;
  }

  private static double[][] square(double[] flat, int size) {
    var rows = new double[size][size];
    for (int i = 0; i < size; i++) {
      System.arraycopy(flat, i * size, rows[i], 0, size);
    }
    return rows;
  }

  private static double[] flat(double[][] rows) {
    var flat = new double[rows.length * rows.length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * rows.length, rows.length);
    }
    return flat;
  }

  void save(WinBackFit fit) {
    jdbc.sql(
            """
            insert into win_back_fit (day, outcomes, returned, calibrated, coefficients, covariance, means)
            values (:day, :outcomes, :returned, :calibrated, :coefficients, :covariance, :means)
            on conflict (id) do update set day = excluded.day, outcomes = excluded.outcomes, returned = excluded.returned,
              calibrated = excluded.calibrated, coefficients = excluded.coefficients,
              covariance = excluded.covariance, means = excluded.means
            """)
        .param("day", fit.day())
        .param("outcomes", fit.posterior().outcomes())
        .param("returned", fit.returned())
        .param("calibrated", fit.calibrated())
        .param("coefficients", fit.posterior().coefficients())
        .param("covariance", flat(fit.posterior().covariance()))
        .param("means", fit.means())
        .update();
  }
}
