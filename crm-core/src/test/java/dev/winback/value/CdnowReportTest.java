package dev.winback.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.SharedData;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the models say of CDNOW and what it costs, in a JVM of its own with the compiler of
 * production: {@code ./mvnw -pl crm-core test -Dincluded.tests=model-report}. Prints figures and
 * fails on none.
 */
@Tag("long-run")
@Tag("model-report")
class CdnowReportTest {

  @Test
  void whatTheModelsSayIsPrinted() throws IOException, InterruptedException {
    var data = SharedData.file("cdnow-purchases.csv.gz").getParent().getParent();
    var child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dwinback.shared=" + data,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                CdnowReport.class.getName())
            .redirectErrorStream(true)
            .start();
    try (var lines = child.inputReader()) {
      lines.lines().forEach(System.out::println);
    }
    assertThat(child.waitFor()).isZero();
  }
}
