package dev.winback.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every report over a million customers, in a JVM of its own: {@code ./mvnw -pl
 * crm-core,crm-mail,crm-web test -Dincluded.tests=report-bench}. Prints ratios and fails on none:
 * figures are no test.
 */
@Tag("long-run")
@Tag("report-bench")
class ReportBenchTest {

  @TempDir Path folder;

  @Test
  void reportsAreMeasured() throws IOException, InterruptedException, SQLException {
    assertThat(
            OwnJvm.run(
                ReportBench.class.getName(),
                System.getenv("WINBACK_BENCH_URL"),
                folder.toString(),
                System.getenv().getOrDefault("WINBACK_PAGES", ".*")))
        .isZero();
  }
}
