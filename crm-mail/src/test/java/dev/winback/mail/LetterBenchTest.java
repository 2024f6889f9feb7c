package dev.winback.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.bench.OwnJvm;
import dev.winback.testing.TestDatabase;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Row 14 of the limits, in a JVM of its own: {@code ./mvnw -pl crm-core,crm-mail test
 * -Dincluded.tests=letter-bench}. Other sizes by {@code WINBACK_BENCH="letters rounds workers"}.
 * Prints ratios and fails on none: figures are no test.
 */
@Tag("long-run")
@Tag("letter-bench")
class LetterBenchTest {

  @Test
  void theSpeedOfLettersIsMeasured() throws IOException, InterruptedException {
    var size = System.getenv().getOrDefault("WINBACK_BENCH", "4000 5 16").strip().split(" +");
    assertThat(
            OwnJvm.run(
                LetterBench.class.getName(), TestDatabase.inService(), size[0], size[1], size[2]))
        .isZero();
  }
}
