package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.testing.CoreTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * T10, I18: files go the straight way, from bytes to staged rows, and once more with quotes around
 * every cell, which only the reader of texts understands. Everything that comes of it is the same:
 * tables, figures, months of money, and what comes back with line, column and code.
 */
@CoreTest
class StraightWayTest {

  private static final String COLUMNS =
      "customer,purchase,time,amount,currency,status,refunded,margin,units,updated_at,coupon,items";
  private static final int LARGE = 10_400;
  private static final int SMALL = 600;

  @Autowired Loading loading;
  @Autowired Dump dump;
  @Autowired JdbcClient jdbc;

  /** A large file into the empty table, another large one beside it, and a small one. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatIsReadAsBytesIsWhatIsReadAsTexts(int seed) {
    var files = new ArrayList<List<List<String>>>();
    for (int rows : new int[] {LARGE, LARGE, SMALL}) {
      files.add(rows(rows, new Random(seed * 10L + files.size())));
    }
    var straight = loaded(files, StraightWayTest::asNeeded);
    jdbc.sql("truncate purchase, fact_history, customer, customer_row cascade").update();
    var general = loaded(files, StraightWayTest::quoted);
    assertThat(straight).isEqualTo(general);
    assertThat(straight).as("rows come back and are stored").hasSizeGreaterThan(LARGE / 2);
  }

  private List<String> loaded(List<List<List<String>>> files, UnaryOperator<String> cell) {
    var said = new ArrayList<String>();
    for (var rows : files) {
      var run = loading.load(file(rows, cell), false);
      said.add(
          "%s %d read, %d new, %d changed, %d same, %d rejected"
              .formatted(
                  run.state(),
                  run.rows(),
                  run.created(),
                  run.changed(),
                  run.same(),
                  run.rejected()));
      said.addAll(loading.problems(run));
      said.addAll(months(run.id()));
    }
    said.addAll(dump.everything());
    return said;
  }

  private List<String> months(long run) {
    return jdbc.sql(
            "select (to_jsonb(t) - 'import_id')::text from import_total t where import_id = :run order by 1")
        .param("run", run)
        .query(String.class)
        .list();
  }

  private static byte[] file(List<List<String>> rows, UnaryOperator<String> cell) {
    return rows.stream()
        .map(row -> row.stream().map(cell).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n", COLUMNS + "\n", "\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String asNeeded(String cell) {
    return cell.matches("(?s).*[\",\n].*") ? quoted(cell) : cell;
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }

  private static List<List<String>> rows(int count, Random random) {
    var rows = new ArrayList<List<String>>();
    for (int n = 0; n < count; n++) {
      rows.add(row(n, random));
    }
    return rows;
  }

  private static List<String> row(int n, Random random) {
    return List.of(
        usual(
            "k-" + random.nextInt(150), random, " k-3", "k-4 ", "", "Žofie", "o'Neil", "q, \"r\""),
        usual("p-" + n, random, "p-" + random.nextInt(n + 1), "", "#p-" + n),
        usual(time(random), random, "5.1.2026", "2026-02-30", "2099-01-01", "1800-01-01", "never"),
        usual(amount(random), random, "12.505", "-3", "1,5", "1000000000000", "7.", "€ 3", ""),
        usual("EUR", random, "", "usd", "JPY", "KWD", "XXX", "XXZ"),
        usual("paid", random, "REFUNDED", "pending", "cancelled", "", "wrong"),
        usual("", random, "0", "1.00", "99999"),
        usual("", random, "2", "0.5", "x"),
        usual("", random, "3", "2.0", "-1"),
        usual("", random, "2026-01-01", "2026-03-01T10:00:00Z", "now"),
        usual("", random, "SPRING", " "),
        usual("", random, "shoes", "two\nlines", " hat "));
  }

  private static String time(Random random) {
    var day = "2026-%02d-%02d".formatted(1 + random.nextInt(4), 1 + random.nextInt(28));
    var clock = "%02d:%02d:%02d".formatted(random.nextInt(24), random.nextInt(60), 7);
    return switch (random.nextInt(4)) {
      case 0 -> day;
      case 1 -> day + " " + clock;
      case 2 -> day + "T" + clock;
      default -> day + "T" + clock + "Z";
    };
  }

  private static String amount(Random random) {
    int cents = random.nextInt(1_000_000);
    return switch (random.nextInt(3)) {
      case 0 -> String.valueOf(cents / 100);
      case 1 -> "%d.%d".formatted(cents / 100, cents % 10);
      default -> "%d.%02d".formatted(cents / 100, cents % 100);
    };
  }

  /** Of two rows one is as most are. */
  private static String usual(String usual, Random random, String... others) {
    return random.nextInt(24) > 0 ? usual : others[random.nextInt(others.length)];
  }
}
