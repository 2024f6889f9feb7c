package dev.winback.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows 1 to 3 of the limits, in a JVM of its own: {@code ./mvnw -pl crm-core test
 * -Dincluded.tests=night-bench}. Smaller or repeated by {@code WINBACK_BENCH="customers rounds"};
 * {@code WINBACK_BENCH_URL} is a database that is filled already, whose customers are 0. Prints
 * ratios and fails on none: figures are no test.
 */
@Tag("long-run")
@Tag("night-bench")
class NightBenchTest {

  @TempDir Path folder;

  @Test
  void theNightIsMeasured() throws IOException, InterruptedException {
    var filled = System.getenv("WINBACK_BENCH_URL");
    var size = System.getenv().getOrDefault("WINBACK_BENCH", "1000000 3").strip().split(" +");
    assertThat(
            OwnJvm.run(
                NightBench.class.getName(),
                filled == null ? TestDatabase.inService() : filled,
                folder.toString(),
                size[0],
                size[1]))
        .isZero();
  }
}
