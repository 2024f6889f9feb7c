package dev.winback.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows 4 to 7 of the limits, in a JVM of its own with the collector and compiler of production:
 * {@code ./mvnw -pl crm-core test -Dincluded.tests=bench}. Smaller or repeated by {@code
 * WINBACK_BENCH="customers rounds"}, row 4 alone by {@code "customers rounds first"}. Prints ratios
 * and fails on none: figures are no test.
 */
@Tag("long-run")
@Tag("bench")
class LoadBenchTest {

  @TempDir Path folder;

  @Test
  void loadingIsMeasured() throws IOException, InterruptedException, SQLException {
    var size = System.getenv().getOrDefault("WINBACK_BENCH", "1000000 3").strip().split(" +");
    var url = TestDatabase.inService();
    withoutVacuum(url);
    var arguments = new ArrayList<String>();
    arguments.add(url);
    arguments.add(Files.createDirectories(folder.resolve("bench")).toString());
    arguments.addAll(List.of(size));
    assertThat(OwnJvm.run(LoadBench.class.getName(), arguments.toArray(String[]::new))).isZero();
  }

  /** Whatever it cleans up at its own time would be counted to whoever is measured then. */
  private static void withoutVacuum(String url) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute("alter system set autovacuum = off");
      statement.execute("select pg_reload_conf()");
    }
  }
}
