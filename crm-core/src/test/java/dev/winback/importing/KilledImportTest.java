package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.bench.DataSet;
import dev.winback.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * I18: an import that is killed at any instant and gone on with leaves the tables of an undisturbed
 * one. {@code ./mvnw -pl crm-core test -Dincluded.tests=killed-import}, at other instants with
 * {@code -Dwinback.seed=…}.
 */
@Tag("long-run")
@Tag("killed-import")
class KilledImportTest {

  private static final int CUSTOMERS = 20_000;
  private static final int KILLS = 3;

  private static final List<String> TABLES =
      List.of(
          "select ref, name, status from customer",
          """
          select c.ref, to_jsonb(p) - '{id,customer_id,import_id,received_at}'::text[]
          from purchase p join customer c on c.id = p.customer_id
          """,
          """
          select c.ref, to_jsonb(v) - 'customer_id'
          from customer_value v join customer c on c.id = v.customer_id
          """,
          """
          select c.ref, to_jsonb(s) - '{customer_id,touched}'::text[]
          from signal s join customer c on c.id = s.customer_id
          """,
          "select type, state, rows, created, changed, same, rejected from import_run");

  @TempDir Path folder;

  @Test
  void anEmptyTableIsFilledTheSame() throws Exception {
    compare(false);
  }

  @Test
  void aTableThatHasRowsIsFilledTheSame() throws Exception {
    compare(true);
  }

  private void compare(boolean rowsBefore) throws Exception {
    var undisturbed = database(rowsBefore);
    var killed = database(rowsBefore);
    var file = file();
    long begun = System.nanoTime();
    var whole = run(undisturbed, file, "whole", Long.MAX_VALUE);
    long millis = (System.nanoTime() - begun) / 1_000_000;
    assertThat(whole).contains("RUN DONE");
    var random = new Random(Long.getLong("winback.seed", 20260601));
    var told = "";
    for (int kill = 1; kill <= KILLS + 1 && !told.contains("RUN"); kill++) {
      long until =
          kill > KILLS ? Long.MAX_VALUE : (long) (millis * (0.2 + 0.8 * random.nextDouble()));
      told = run(killed, file, "killed", until);
      System.out.printf(
          "after at most %d ms: %s%n", until, told.contains("RUN") ? "done" : "killed");
    }
    assertThat(told.lines().filter(line -> line.startsWith("RUN")).toList())
        .isEqualTo(whole.lines().filter(line -> line.startsWith("RUN")).toList());
    for (var table : TABLES) {
      assertThat(hash(killed, table)).as(table).isEqualTo(hash(undisturbed, table));
    }
  }

  private static String database(boolean rowsBefore) throws SQLException {
    var url = TestDatabase.fresh();
    if (rowsBefore) {
      execute(
          url,
          """
          insert into customer (ref) values ('K0000001');
          insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status)
          select id, 'import', 'o-1', '2023-06-02', 5, 'EUR', 'paid' from customer
          """);
    }
    return url;
  }

  private Path file() throws SQLException, IOException {
    try (var connection = DriverManager.getConnection(TestDatabase.fresh())) {
      return new DataSet(connection)
          .generate(CUSTOMERS, 3)
          .purchases(folder.resolve("purchases.csv"));
    }
  }

  private String run(String url, Path file, String data, long millis)
      throws IOException, InterruptedException {
    var log = Files.createTempFile(folder, "node", ".log");
    var child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Duser.timezone=Europe/Berlin",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                KilledImport.class.getName(),
                url,
                file.toString(),
                folder.resolve(data).toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!child.waitFor(millis, TimeUnit.MILLISECONDS)) {
      child.destroyForcibly().waitFor();
    }
    return Files.readString(log);
  }

  private static String hash(String url, String rows) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select count(*) || ' ' || md5(string_agg(t::text, chr(10) order by t::text collate \"C\"))"
                    + " from ("
                    + rows
                    + ") t")) {
      row.next();
      return row.getString(1);
    }
  }

  private static void execute(String url, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
