package dev.winback.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CustomerRowsMade;
import dev.winback.testing.LostRowsMade;
import dev.winback.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every report over a million customers, in a JVM of its own: {@code ./mvnw -pl
 * crm-core,crm-mail,crm-web test -Dincluded.tests=report-bench}. Smaller by {@code
 * WINBACK_BENCH=customers}; {@code WINBACK_BENCH_URL} is a database that is filled already. Prints
 * ratios and fails on none: figures are no test.
 */
@Tag("long-run")
@Tag("report-bench")
class ReportBenchTest {

  @TempDir Path folder;

  @Test
  void reportsAreMeasured() throws IOException, InterruptedException, SQLException {
    var filled = System.getenv("WINBACK_BENCH_URL");
    assertThat(
            OwnJvm.run(
                ReportBench.class.getName(),
                filled == null ? filled() : filled,
                folder.toString(),
                System.getenv().getOrDefault("WINBACK_PAGES", ".*")))
        .isZero();
  }

  private static String filled() throws SQLException, IOException {
    var url = TestDatabase.inService();
    var customers = System.getenv().getOrDefault("WINBACK_BENCH", "1000000").strip();
    try (var connection = DriverManager.getConnection(url)) {
      var data = new DataSet(connection).generate(Long.parseLong(customers), 3);
      for (var file : new String[] {"lists.sql", "reports.sql"}) {
        data.execute(Files.readString(Path.of("../src/bench", file)));
      }
      data.execute("insert into lost_row " + LostRowsMade.ROWS);
      data.execute("insert into customer_row " + CustomerRowsMade.ROWS);
      // as a database that has been there for years: without it the night reads letters in loops
      data.execute("vacuum analyze");
      // whatever is cleaned up at its own time would be counted to whoever is measured then
      data.execute("alter system set autovacuum = off");
      data.execute("select pg_reload_conf()");
    }
    return url;
  }
}
