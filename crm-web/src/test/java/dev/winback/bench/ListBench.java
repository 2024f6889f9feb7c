package dev.winback.bench;

import dev.winback.report.Figures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows 8 to 13 of the limits: what each list page asks, as a ratio to one look-up by primary key
 * (K) with as many clients in the same moments, at two sizes of the data set.
 */
public final class ListBench {

  private static final int MILLIS = 200;

  /** Slower ones are not asked by many clients at once: the figure would say no more. */
  private static final double SLOW = 60;

  private final Map<String, Shown> small = new HashMap<>();

  /** One page: its statements, and of them the list and the count. */
  record Shown(List<Asked> all, Asked list, List<Asked> counts) {}

  /** Database with many customers, folder, pattern of pages; database with few, or none. */
  public static void main(String[] arguments) throws Exception {
    var bench = new ListBench();
    var folder = Path.of(arguments[1]);
    if (arguments.length > 3) {
      bench.read(arguments[3], Files.createDirectories(folder.resolve("few")), arguments[2]);
    }
    try (var site = new Site(arguments[0], Files.createDirectories(folder.resolve("many")));
        var clients = new Clients(arguments[0]);
        var few = arguments.length > 3 ? new Clients(arguments[3]) : null) {
      settle(site);
      for (var scenario : Scenario.all(clients.first())) {
        if (scenario.name().matches(arguments[2])) {
          bench.tried(scenario, site, clients, few);
        }
      }
      new PageBench(site, clients).run(arguments[2]);
      new OutcomeBench(site, clients).run(arguments[2]);
    }
    System.exit(0);
  }

  /** What the night counts ahead; the data set is that of a firm whose nights ran. */
  private static void settle(Site site) {
    for (var night : List.of("first", "next")) {
      long begin = System.nanoTime();
      long rows = site.bean(Figures.class).settle(LocalDate.of(2026, 5, 31));
      System.out.printf(
          "SETTLE %s night: %,d rows, %.1f s%n", night, rows, (System.nanoTime() - begin) / 1e9);
    }
  }

  private void read(String url, Path folder, String pattern) throws Exception {
    try (var site = new Site(url, folder);
        var connection = DriverManager.getConnection(url)) {
      settle(site);
      for (var scenario : Scenario.all(connection)) {
        if (scenario.name().matches(pattern)) {
          small.put(scenario.name(), shown(site, scenario, connection));
        }
      }
    }
  }

  static Shown shown(Site site, Scenario scenario, Connection connection) throws Exception {
    var all = site.statements(scenario);
    var sizes = new HashMap<Asked, Long>();
    for (var asked : all) {
      sizes.put(asked, asked.buffers(connection));
    }
    var counts = all.stream().filter(Asked::counts).toList();
    var list =
        all.stream()
            .filter(asked -> !asked.counts())
            .max(Comparator.comparing(Asked::pages).thenComparing(sizes::get))
            .orElseThrow();
    return new Shown(all, list, counts);
  }

  /** One page that fails must not take the figures of the others along. */
  private void tried(
      Scenario scenario,
      Site site,
      Clients clients,
      @org.jspecify.annotations.Nullable Clients few) {
    try {
      measure(scenario, site, clients, few);
    } catch (Exception e) {
      System.out.println("FAILED " + scenario.name() + ": " + e);
    }
  }

  private void measure(
      Scenario scenario, Site site, Clients clients, @org.jspecify.annotations.Nullable Clients few)
      throws Exception {
    var shown = shown(site, scenario, clients.first());
    var line = new StringBuilder("LIST %-60s".formatted(scenario.name()));
    line.append(" list %s".formatted(figures(shown.list(), clients)));
    var before = small.get(scenario.name());
    if (before != null && few != null && time(shown.list(), clients) < SLOW) {
      line.append(" size %.2f".formatted(sizes(shown.list(), clients, before.list(), few)));
    }
    for (var count : shown.counts()) {
      if (count.buffers(clients.first()) > 5) {
        line.append(" | count %s".formatted(figures(count, clients)));
      }
    }
    line.append(others(shown, clients));
    System.out.println(line);
  }

  /** What else the page asks, and by its first words what of it takes long. */
  private static String others(Shown shown, Clients clients) throws SQLException {
    double rest = 0;
    long buffers = 0;
    var slow = new StringBuilder();
    for (var asked : others(shown)) {
      double alone = time(asked, clients);
      rest += alone;
      buffers += asked.buffers(clients.first());
      if (alone > 3) {
        slow.append(" [%s %.1f ms]".formatted(asked.begins(), alone));
      }
    }
    return " | others %d: %.1f ms, %d buffers%s"
        .formatted(others(shown).size(), rest, buffers, slow);
  }

  private static List<Asked> others(Shown shown) {
    var others = new ArrayList<>(shown.all());
    others.remove(shown.list());
    others.removeAll(shown.counts());
    return others;
  }

  /** Buffers; K's throughput over this one's, once more by CPU; milliseconds of one alone. */
  private static String figures(Asked asked, Clients clients) throws Exception {
    double alone = time(asked, clients);
    var buffers = asked.buffers(clients.first());
    if (alone > SLOW) {
      return "%,d buffers, SLOW %.0f ms".formatted(buffers, alone);
    }
    var key = key(clients);
    var one = clients.ask(List.of(asked), MILLIS);
    var again = key(clients);
    double rate = (key.perSecond() + again.perSecond()) / 2 / one.perSecond();
    double cpu = one.cpu() * 2 / (key.cpu() + again.cpu());
    return "%,d buffers, %.1f K (CPU %.1f K = %.0f µs), %.1f ms"
        .formatted(buffers, rate, cpu, one.cpu(), alone);
  }

  static Clients.Rate key(Clients clients) throws Exception {
    return clients.ask(List.of(new Asked("select ref from customer where id = 777")), MILLIS / 2);
  }

  private static double sizes(Asked many, Clients clients, Asked few, Clients fewClients)
      throws Exception {
    double ratio = 0;
    for (int round = 0; round < 2; round++) {
      ratio +=
          clients.ask(List.of(many), MILLIS / 2).cpu()
              / fewClients.ask(List.of(few), MILLIS / 2).cpu()
              / 2;
    }
    return ratio;
  }

  /** Milliseconds, the best of some. */
  static double time(Asked asked, Clients clients) throws SQLException {
    double best = Double.MAX_VALUE;
    clients.first().createStatement().execute(asked.planning());
    try (var statement = clients.first().prepareStatement(asked.sql())) {
      for (int n = 0; n < 3 && (n == 0 || best < 100); n++) {
        long begin = System.nanoTime();
        asked.ask(statement);
        best = Math.min(best, (System.nanoTime() - begin) / 1e6);
      }
    }
    return best;
  }
}
