package dev.winback.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.purchase.Purchase;
import dev.winback.purchase.Purchases;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * DET-06, DET-08, DET-22 on the real CDNOW purchases: every class and every late customer against a
 * second computation straight from the file that uses nothing of the program.
 */
@CoreTest
class CdnowNightTest {

  private static final LocalDate DAY = LocalDate.of(1998, 7, 1);

  @Autowired NightlyRun nightly;
  @Autowired Purchases purchases;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @Test
  void theNightFindsWhatTheFileSaysAndTheSameTwice() throws IOException {
    var file = SharedData.file("cdnow-purchases.csv.gz");
    clock.setDay(DAY);
    record(file);

    var night = nightly.run(DAY);
    System.out.println("CDNOW night: " + night);
    assertThat(night.state()).isEqualTo("done");
    assertThat(classes()).isEqualTo(Map.of(90, 2_059L, 180, 2_930L, 360, 15_299L));
    var days = days(file);
    assertThat(classes()).isEqualTo(expectedClasses(days));
    assertThat(signalled("silent")).hasSize(23_570 - 3_282);
    assertThat(signalled("late")).isEqualTo(expectedLate(days, 1));
    long lapses = count("lapse");
    assertThat(lapses).isEqualTo(union(signalled("silent"), expectedLate(days, 3)).size());

    var again = nightly.run(DAY);
    System.out.println("CDNOW again: " + again);
    assertThat(again.steps().stream().mapToLong(NightRow.StepRow::rows).sum()).isZero();
    assertThat(count("lapse")).isEqualTo(lapses);
  }

  private void record(Path file) throws IOException {
    var batch = new ArrayList<Purchase>();
    for (var cells : rows(file)) {
      var at = LocalDate.parse(cells[2]).atStartOfDay(clock.getZone()).toInstant();
      batch.add(
          Purchase.paid(cells[0], "import", cells[1], at, new BigDecimal(cells[3]), cells[5]));
      if (batch.size() == 5_000) {
        purchases.record(batch);
        batch.clear();
      }
    }
    purchases.record(batch);
  }

  private static List<String[]> rows(Path file) throws IOException {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines.lines().skip(1).map(line -> line.split(",")).toList();
    }
  }

  /** Purchase days with their number of purchases, by customer. */
  private static Map<String, TreeMap<LocalDate, Integer>> days(Path file) throws IOException {
    var days = new HashMap<String, TreeMap<LocalDate, Integer>>();
    for (var cells : rows(file)) {
      days.computeIfAbsent(cells[0], c -> new TreeMap<>())
          .merge(LocalDate.parse(cells[2]), 1, Integer::sum);
    }
    return days;
  }

  private static Map<Integer, Long> expectedClasses(Map<String, TreeMap<LocalDate, Integer>> days) {
    var classes = new HashMap<Integer, Long>();
    for (var bought : days.values()) {
      long silent = ChronoUnit.DAYS.between(bought.lastKey(), DAY);
      if (silent >= 90) {
        classes.merge(silent >= 360 ? 360 : silent >= 180 ? 180 : 90, 1L, Long::sum);
      }
    }
    return classes;
  }

  /**
   * science.md (6) with the parameters that the night has found: late after (alpha + t_x) (0.1 ^
   * (-1 / (r + x)) - 1) weeks; who bought on one day only after the firm's 90 % quantile.
   */
  private TreeSet<String> expectedLate(Map<String, TreeMap<LocalDate, Integer>> days, int fewest) {
    double r = figure("parameters -> 'timing' -> 'r'");
    double alpha = figure("parameters -> 'timing' -> 'alpha'");
    double once = figure("first_gaps -> 'all' -> 'percents' -> 89");
    var late = new TreeSet<String>();
    days.forEach(
        (customer, bought) -> {
          int repeats = bought.size() - 1;
          double weeks = ChronoUnit.DAYS.between(bought.firstKey(), bought.lastKey()) / 7.0;
          double limit =
              repeats == 0 ? once : 7 * (alpha + weeks) * (Math.pow(0.1, -1 / (r + repeats)) - 1);
          long silent = ChronoUnit.DAYS.between(bought.lastKey(), DAY);
          int purchases = bought.values().stream().mapToInt(n -> n).sum();
          if (silent >= Math.max(14, limit) && purchases >= fewest) {
            late.add(customer);
          }
        });
    return late;
  }

  private double figure(String path) {
    return jdbc.sql("select (" + path + ")::float8 from buying_model where k = 1")
        .query(Double.class)
        .single();
  }

  private static TreeSet<String> union(TreeSet<String> one, TreeSet<String> other) {
    var both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }

  private Map<Integer, Long> classes() {
    var classes = new HashMap<Integer, Long>();
    jdbc.sql(
            "select (evidence ->> 'class')::int, count(*) from signal where kind = 'silent' group by 1")
        .query(
            row -> {
              classes.put(row.getInt(1), row.getLong(2));
            });
    return classes;
  }

  private TreeSet<String> signalled(String kind) {
    return new TreeSet<>(
        jdbc.sql(
                "select c.ref from signal s join customer c on c.id = s.customer_id where s.kind = :kind")
            .param("kind", kind)
            .query(String.class)
            .list());
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }
}
