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
    assertThat(signalled("late")).isEqualTo(expectedLate(days));
    long lapses = count("lapse");
    assertThat(lapses).isEqualTo(union(signalled("silent"), expectedLate(days)).size());

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

  private static TreeSet<String> expectedLate(Map<String, TreeMap<LocalDate, Integer>> days) {
    var late = new TreeSet<String>();
    days.forEach(
        (customer, bought) -> {
          int purchases = bought.values().stream().mapToInt(n -> n).sum();
          long span = ChronoUnit.DAYS.between(bought.firstKey(), bought.lastKey());
          long silent = ChronoUnit.DAYS.between(bought.lastKey(), DAY);
          // silent > 1.5 × span / (days - 1), in whole numbers
          boolean over = 2 * silent * (bought.size() - 1) > 3 * span;
          if (purchases >= 3 && bought.size() > 1 && over && silent >= 14) {
            late.add(customer);
          }
        });
    return late;
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
