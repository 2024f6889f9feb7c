package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file of 500 MB goes in, twice, in a JVM with a heap of 256 MB: {@code ./mvnw -pl crm-core
 * verify -Dincluded.tests=big-import}.
 */
@Tag("long-run")
@Tag("big-import")
class BigImportTest {

  private static final long BYTES = 500_000_000;
  private static final int CUSTOMERS = 100_000;

  @TempDir Path folder;

  @Test
  void aFileOf500MegabytesGoesInWithAHeapOf256() throws IOException, InterruptedException {
    var file = folder.resolve("big.csv");
    long rows = generate(file);
    var log = folder.resolve("log");
    var child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Duser.timezone=Europe/Berlin",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                BigImport.class.getName(),
                TestDatabase.inService(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int exit = child.waitFor();
    var told = Files.readString(log);
    told.lines().filter(line -> line.startsWith("RUN ")).forEach(System.out::println);
    assertThat(exit).as(told).isZero();
    assertThat(told)
        .contains("RUN DONE rows=%d created=%d same=0 rejected=0".formatted(rows, rows))
        .contains("RUN DONE rows=%d created=0 same=%d rejected=0".formatted(rows, rows));
  }

  private static long generate(Path file) throws IOException {
    var random = new Random(1);
    long rows = 0;
    long bytes = 0;
    try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("customer,purchase,time,amount,currency,items\n");
      while (bytes < BYTES) {
        var row = row(rows++, random);
        out.write(row);
        bytes += row.length();
      }
    }
    return rows;
  }

  private static String row(long number, Random random) {
    return "%d,big-%d,2025-%02d-%02d,%d.%02d,EUR,%s%n"
        .formatted(
            random.nextInt(CUSTOMERS),
            number,
            1 + random.nextInt(12),
            1 + random.nextInt(28),
            random.nextInt(500),
            random.nextInt(100),
            "Darjeeling first flush, paper filters; "
                .substring(0, 20)
                .replace(",", " ")
                .repeat(20));
  }
}
