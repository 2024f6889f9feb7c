package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.winback.importing.ImportRun.State;
import dev.winback.testing.CoreTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * OPS-04 on real mess: 541,909 invoice lines go in whole by the mapping that is proposed; the
 * figures were counted by another program.
 */
@CoreTest
@Tag("long-run")
@Tag("online-retail")
class OnlineRetailTest {

  @Autowired Loading loading;
  @Autowired Imports imports;
  @Autowired Mappings mappings;
  @Autowired JdbcClient jdbc;

  @Test
  void everyLineIsStoredOrComesBackAndTwiceChangesNothing() throws IOException {
    var file = file();
    assumeTrue(Files.exists(file), "the shared data are not here: " + file);
    var waiting = load(file);
    assertThat(waiting.state()).isEqualTo(State.WAITING);
    var view = mappings.proposed(waiting.id(), loading.manager());
    assertThat(view.faults()).isEmpty();
    mappings.explain(waiting.id(), "Online Retail", pounds(view.mapping()), loading.manager());
    var first = loading.finished(waiting.id());
    print("first", first);
    assertThat(List.of(first.rows(), first.created(), first.same(), first.rejected()))
        .containsExactly(541_909L, 406_829L, 0L, 135_080L);
    assertThat(count("purchase")).isEqualTo(22_190 - 3_654);
    assertThat(count("refund")).isEqualTo(3_654);
    assertThat(sum("purchase")).isEqualByComparingTo("8911407.90");
    assertThat(sum("refund")).isEqualByComparingTo("611342.09");
    assertThat(count("customer")).isEqualTo(4_372);
    var second = load(file);
    print("second", second);
    assertThat(List.of(second.created(), second.changed(), second.same(), second.rejected()))
        .containsExactly(0L, 0L, 406_829L, 135_080L);
    assertThat(count("fact_history")).isZero();
  }

  /** The proposal knows everything but the currency, which no column tells. */
  private static Mapping pounds(Mapping m) {
    return new Mapping(
        m.type(),
        m.columns(),
        m.lines(),
        m.cancelled(),
        m.empty(),
        "GBP",
        "retail",
        null,
        null,
        Map.of());
  }

  private ImportRun load(Path file) throws IOException {
    try (var content = Files.newInputStream(file)) {
      return loading.finished(
          imports.start("online-retail.csv.gz", content, "auto", false, loading.manager()));
    }
  }

  private static Path file() {
    var shared = System.getProperty("winback.shared", System.getenv("WINBACK_SHARED"));
    return Path.of(shared == null ? "../../shared" : shared, "data", "online-retail.csv.gz");
  }

  private static void print(String which, ImportRun run) {
    System.out.printf(
        "online retail, %s time: rows %d, created %d, changed %d, same %d, rejected %d, %.1f s%n",
        which, run.rows(), run.created(), run.changed(), run.same(), run.rejected(), run.seconds());
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  private BigDecimal sum(String table) {
    return jdbc.sql("select sum(amount) from " + table).query(BigDecimal.class).single();
  }
}
