package dev.winback.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Row 15 of the limits, in a JVM of its own: {@code ./mvnw -pl crm-core test
 * -Dincluded.tests=claim-bench}. Other sizes by {@code WINBACK_BENCH="customers letters rounds"}.
 * Prints ratios and fails on none: figures are no test.
 */
@Tag("long-run")
@Tag("claim-bench")
class ClaimBenchTest {

  @TempDir Path folder;

  @Test
  void claimsAreMeasuredBesideSnapshotsAndTheNight() throws IOException, InterruptedException {
    var size = System.getenv().getOrDefault("WINBACK_BENCH", "100000 10000 3").strip().split(" +");
    assertThat(
            OwnJvm.run(
                ClaimBench.class.getName(),
                TestDatabase.inService(),
                folder.toString(),
                size[0],
                size[1],
                size[2]))
        .isZero();
  }
}
