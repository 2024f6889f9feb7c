package dev.winback.bench;

import static org.assertj.core.api.Assertions.assertThat;

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
 * Rows 8 to 13 of the limits, in a JVM of its own: {@code ./mvnw -pl crm-core,crm-mail,crm-web test
 * -Dincluded.tests=list-bench}. Smaller by {@code WINBACK_BENCH="customers few"}. Prints ratios and
 * fails on none: figures are no test.
 */
@Tag("long-run")
@Tag("list-bench")
class ListBenchTest {

  @TempDir Path folder;

  @Test
  void listsAreMeasured() throws IOException, InterruptedException, SQLException {
    var size = System.getenv().getOrDefault("WINBACK_BENCH", "1000000 10000").strip().split(" +");
    assertThat(
            OwnJvm.run(
                ListBench.class.getName(),
                filled(size[0]),
                folder.toString(),
                System.getenv().getOrDefault("WINBACK_PAGES", ".*"),
                filled(size[1])))
        .isZero();
  }

  private static String filled(String customers) throws SQLException, IOException {
    var url = TestDatabase.fresh();
    var lists = Path.of("../src/bench/lists.sql");
    try (var connection = DriverManager.getConnection(url)) {
      new DataSet(connection)
          .generate(Long.parseLong(customers), 3)
          .execute(Files.readString(lists));
      try (var statement = connection.createStatement()) {
        // whatever is cleaned up at its own time would be counted to whoever is measured then
        statement.execute("alter system set autovacuum = off");
        statement.execute("select pg_reload_conf()");
        statement.execute("vacuum analyze");
      }
    }
    return url;
  }
}
