package dev.winback.bench;

import dev.winback.customer.CustomerId;
import dev.winback.signal.Signals;
import dev.winback.signal.Simulations;
import dev.winback.staff.Role;
import dev.winback.testing.Stories;
import dev.winback.value.Values;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rows 1 to 3 of the limits: the night's detection over raw rows as a ratio to the server's own
 * GROUP BY (G), what a day of changes costs to write, and whether night, one customer and
 * simulation agree on every customer.
 */
public final class NightBench {

  private static final LocalDate DAY = LocalDate.of(2026, 5, 31);
  private static final int CHUNK = 5_000;

  private final DataSet data;
  private final Signals signals;
  private final Values values;
  private final Simulations simulations;
  private final Stories stories;
  private final TransactionTemplate transaction;
  private final long backend;

  @FunctionalInterface
  private interface Work {
    void run() throws SQLException;
  }

  private NightBench(DataSet data, ConfigurableApplicationContext context) throws SQLException {
    this.data = data;
    signals = context.getBean(Signals.class);
    values = context.getBean(Values.class);
    simulations = context.getBean(Simulations.class);
    stories = context.getBean(Stories.class);
    transaction = context.getBean(TransactionTemplate.class);
    backend = (long) data.figure("select pg_backend_pid()");
  }

  /** Database, folder, customers (none: the database is filled), rounds. */
  public static void main(String[] arguments) throws SQLException, IOException {
    var application =
        new SpringApplicationBuilder(BenchApplication.class)
            .web(WebApplicationType.NONE)
            .properties(
                "spring.datasource.url=" + arguments[0], "winback.data-dir=" + arguments[1]);
    try (var context = application.run();
        var connection = DriverManager.getConnection(arguments[0])) {
      var data = new DataSet(connection);
      if (Long.parseLong(arguments[2]) > 0) {
        data.generate(Long.parseLong(arguments[2]), 3).storeCustomers();
        data.storeFacts();
      }
      new NightBench(data, context).run(Integer.parseInt(arguments[3]));
    }
  }

  private void run(int rounds) throws SQLException {
    System.out.printf(
        "DATA %d customers, %d purchases%n",
        (long) data.figure("select count(*) from customer"),
        (long) data.figure("select count(*) from purchase"));
    say("first night", measured(() -> detect(DAY)));
    data.execute("vacuum analyze");
    var detection = new ArrayList<Double>();
    var writing = new ArrayList<Double>();
    for (int round = 0; round < rounds; round++) {
      double g =
          (say("G", measured(this::group)).server() + say("G", measured(this::group)).server()) / 2;
      var same = DAY.plusDays(round);
      double again = say("detection, nothing changed", measured(() -> detect(same))).all();
      double next = say("a day later", measured(() -> detect(same.plusDays(1)))).all();
      detection.add(again / g);
      writing.add((next - again) / g);
    }
    print("1 detection", detection);
    print("2 writing what changed", writing);
    System.out.printf(
        "HEAP peak %d MB of %d%n", heap() >> 20, Runtime.getRuntime().maxMemory() >> 20);
    agree(DAY.plusDays(rounds));
  }

  /** All that is asked for is used: sums that nobody reads are not computed. */
  private void group() throws SQLException {
    data.execute(
        """
        set max_parallel_workers_per_gather = 0;
        select count(*), sum(orders), sum(amount), min(first), max(last) from (
          select customer_id, count(*) orders, sum(amount) amount, min(purchased_at) first, max(purchased_at) last
          from purchase group by customer_id) g
        """);
  }

  private void detect(LocalDate day) {
    values.refit(day);
    System.out.printf("CHANGED %d%n", signals.foldAll(day));
  }

  /** Row 3: every customer folded alone, and simulated with the limits that hold. */
  private void agree(LocalDate day) throws SQLException {
    long customers = (long) data.figure("select max(id) from customer");
    long changed = 0;
    for (long from = 1; from <= customers; from += CHUNK) {
      var some = new HashSet<CustomerId>();
      for (long id = from; id < Math.min(from + CHUNK, customers + 1); id++) {
        some.add(new CustomerId(id));
      }
      changed += transaction.execute(status -> signals.foldCustomers(some, day));
    }
    data.execute(
        "insert into night (day, state, node, finished_at) values ('%s', 'done', 'bench', now())"
            .formatted(day));
    var manager = stories.member("bench", Role.MANAGER);
    var simulation = simulations.run("", Map.of(), manager).result();
    System.out.printf(
        "ROW 3 agreement: %d values and signals differ when folded alone, %d customers when"
            + " simulated%n",
        changed,
        simulation.added().size()
            + simulation.removed().size()
            + simulation.lost().size()
            + simulation.late().size()
            + simulation.signs(true)
            + simulation.signs(false));
  }

  private static long heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  private Cpu measured(Work work) throws SQLException {
    data.execute("checkpoint");
    var before = Cpu.now(backend);
    work.run();
    return Cpu.now(backend).since(before);
  }

  private static Cpu say(String what, Cpu cpu) {
    System.out.printf("%s: %s%n", what, cpu);
    return cpu;
  }

  private static void print(String row, List<Double> ratios) {
    var sorted = ratios.stream().sorted().toList();
    System.out.printf(
        "ROW %s: %.2f G (%.2f to %.2f, %d rounds)%n",
        row,
        sorted.get(sorted.size() / 2),
        sorted.get(0),
        sorted.get(sorted.size() - 1),
        sorted.size());
  }
}
