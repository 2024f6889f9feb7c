package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winback.testing.CoreTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole of CDNOW goes in: 69,659 purchases of 23,570 people, 2,500,315.63 USD. */
@CoreTest
class CdnowImportTest {

  @Autowired Loading loading;
  @Autowired JdbcClient jdbc;

  @Test
  void allOfCdnowGoesInAndTheSecondTimeChangesNothing() throws IOException {
    var file = shared().resolve("data/cdnow-purchases.csv.gz");
    assumeTrue(Files.exists(file), "the real data is not beside the repository");
    var first = load(file);
    assertThat(first)
        .extracting(ImportRun::rows, ImportRun::created, ImportRun::rejected, ImportRun::currency)
        .containsExactly(69_659L, 69_659L, 0L, "USD");
    assertThat(first.moneyTotal()).isEqualByComparingTo("2500315.63");
    assertThat(count("customer")).isEqualTo(23_570);
    assertThat(jdbc.sql("select sum(amount) from purchase").query(BigDecimal.class).single())
        .isEqualByComparingTo("2500315.63");
    var second = load(file);
    assertThat(second)
        .extracting(ImportRun::created, ImportRun::changed, ImportRun::same)
        .containsExactly(0L, 0L, 69_659L);
    assertThat(count("purchase")).isEqualTo(69_659);
    System.out.printf("CDNOW: first %.1f s, again %.1f s%n", first.seconds(), second.seconds());
  }

  private ImportRun load(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return loading.load(in, false);
    }
  }

  private static Path shared() {
    var set = System.getProperty("winback.shared", System.getenv("WINBACK_SHARED"));
    return set == null ? Path.of("../../shared") : Path.of(set);
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }
}
