package dev.winback.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows 8 to 13 of the limits, in a JVM of its own: {@code ./mvnw -pl crm-core,crm-mail,crm-web test
 * -Dincluded.tests=list-bench}. Smaller by {@code WINBACK_BENCH="customers few"}, filled only once
 * with {@code WINBACK_BENCH_DATA=directory}. Prints ratios and fails on none: figures are no test.
 */
@Tag("long-run")
@Tag("list-bench")
class ListBenchTest {

  @TempDir Path folder;

  @Test
  void listsAreMeasured() throws IOException, InterruptedException, SQLException {
    var size = System.getenv().getOrDefault("WINBACK_BENCH", "1000000 10000").strip().split(" +");
    try (var kept = KeptDatabase.wanted()) {
      assertThat(
              OwnJvm.run(
                  ListBench.class.getName(),
                  kept.filled(size[0]),
                  folder.toString(),
                  System.getenv().getOrDefault("WINBACK_PAGES", ".*"),
                  kept.filled(size[1])))
          .isZero();
    }
  }
}
