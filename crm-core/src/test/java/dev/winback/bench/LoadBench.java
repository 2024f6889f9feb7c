package dev.winback.bench;

import dev.winback.importing.ImportRun;
import dev.winback.importing.Loading;
import dev.winback.importing.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Rows 4 to 7 of the limits: loading files, as ratios to a bare COPY of the same rows into a table
 * without an index, measured in turns.
 */
public final class LoadBench {

  private final DataSet data;
  private final Loading loading;
  private final Reading reading;
  private final BenchApplication.Switch listeners;
  private final Path all;
  private final Path more;
  private final long backend;
  private final Map<String, List<Double>> ratios = new TreeMap<>();

  @FunctionalInterface
  private interface Work {
    void run() throws SQLException, IOException;
  }

  private LoadBench(
      DataSet data,
      Loading loading,
      Reading reading,
      BenchApplication.Switch listeners,
      Path folder)
      throws SQLException, IOException {
    this.data = data;
    this.loading = loading;
    this.reading = reading;
    this.listeners = listeners;
    backend = (long) data.figure("select pg_backend_pid()");
    all = data.purchases(folder.resolve("purchases.csv"));
    more = data.morePurchases(folder.resolve("more.csv"), Math.max(1_000, rows() / 20));
    data.execute(
        """
        create table if not exists bench.bare (
          customer text, purchase text, time timestamptz, amount numeric(14, 2), currency text, status text)
        """);
  }

  /** Database, folder of the files, customers, rounds; "first": row 4 alone. */
  public static void main(String[] arguments) throws SQLException, IOException {
    var folder = Path.of(arguments[1]);
    var application =
        new SpringApplicationBuilder(BenchApplication.class)
            .web(WebApplicationType.NONE)
            .properties(
                "spring.datasource.url=" + arguments[0],
                "winback.data-dir=" + folder.resolve("data"));
    try (var context = application.run();
        var connection = DriverManager.getConnection(arguments[0])) {
      var data = new DataSet(connection).generate(Long.parseLong(arguments[2]), 3);
      var bench =
          new LoadBench(
              data,
              context.getBean(Loading.class),
              context.getBean(Reading.class),
              context.getBean(BenchApplication.Switch.class),
              folder);
      bench.run(folder, Integer.parseInt(arguments[3]), arguments.length > 4);
    }
  }

  private long rows() throws SQLException {
    return (long) data.figure("select count(*) from bench.purchase");
  }

  private void run(Path folder, int rounds, boolean firstAlone) throws SQLException, IOException {
    System.out.printf(
        "DATA %d purchases, %d MB, last %d%n",
        rows(),
        Files.size(all) / 1_000_000,
        (long) data.figure("select extract(epoch from max(purchased_at)) from bench.purchase"));
    listeners.quiet(true);
    data.storeCustomers();
    for (int round = 0; round < rounds; round++) {
      if (firstAlone) {
        first();
      } else {
        round();
      }
      ratios.forEach(LoadBench::print);
    }
    if (!firstAlone) {
      withListeners();
    }
  }

  private void first() throws SQLException, IOException {
    data.execute("truncate purchase cascade");
    double before = say("bare", measured(() -> bare(all))).server();
    var first = say("first", measured(() -> load(all)));
    double behind = say("bare", measured(() -> bare(all))).server();
    ratio("4 first load", first.all() / ((before + behind) / 2));
  }

  private void withListeners() throws SQLException, IOException {
    listeners.quiet(false);
    data.execute("delete from purchase where external_id like 'n-%'");
    var yardstick = measured(() -> bare(more));
    ratio("5 with signals and returns", measured(() -> load(more)).all() / yardstick.server());
    ratios.forEach(LoadBench::print);
  }

  private void round() throws SQLException, IOException {
    data.execute("truncate purchase cascade");
    var yardstick = new ArrayList<Cpu>();
    yardstick.add(say("bare", measured(() -> bare(all))));
    var read = say("read", measured(() -> reading.read(all)));
    yardstick.add(say("bare", measured(() -> bare(all))));
    var first = say("first", measured(() -> load(all)));
    yardstick.add(say("bare", measured(() -> bare(all))));
    var again = say("again", measured(() -> load(all)));
    double c =
        yardstick.stream().mapToDouble(Cpu::server).sorted().skip(1).findFirst().orElseThrow();
    double wall =
        yardstick.stream().mapToDouble(Cpu::wall).sorted().skip(1).findFirst().orElseThrow();
    ratio("4 first load", first.all() / c);
    ratio("6 again", again.all() / c);
    ratio("7 read, wall", read.wall() / wall);
    var some = say("bare more", measured(() -> bare(more)));
    ratio("5 new rows", say("more", measured(() -> load(more))).all() / some.server());
  }

  private void ratio(String row, double ratio) {
    ratios.computeIfAbsent(row, name -> new ArrayList<>()).add(ratio);
  }

  private static void print(String row, List<Double> ratios) {
    var sorted = ratios.stream().sorted().toList();
    System.out.printf(
        "ROW %s: %.2f (%.2f to %.2f, %d rounds)%n",
        row,
        sorted.get(sorted.size() / 2),
        sorted.get(0),
        sorted.get(sorted.size() - 1),
        sorted.size());
  }

  private Cpu measured(Work work) throws SQLException, IOException {
    data.execute("checkpoint");
    var before = Cpu.now(backend);
    work.run();
    return Cpu.now(backend).since(before);
  }

  private static Cpu say(String what, Cpu cpu) {
    System.out.printf("%s: %s%n", what, cpu);
    return cpu;
  }

  private void load(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      var run = loading.load(content, false);
      System.out.printf(
          "RUN %s rows=%d created=%d same=%d rejected=%d%n",
          run.state(), run.rows(), run.created(), run.same(), run.rejected());
      if (run.state() != ImportRun.State.DONE) {
        throw new IllegalStateException(String.valueOf(run.failure()));
      }
    }
  }

  private void bare(Path file) throws SQLException, IOException {
    data.execute("truncate bench.bare");
    try (InputStream content = Files.newInputStream(file)) {
      data.connection()
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy bench.bare from stdin (format csv, header)", content, 64 * 1024);
    }
  }
}
