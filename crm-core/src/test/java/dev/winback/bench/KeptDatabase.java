package dev.winback.bench;

import dev.winback.shared.database.EmbeddedServer;
import dev.winback.testing.CustomerRowsMade;
import dev.winback.testing.LostRowsMade;
import dev.winback.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * The data set of lists in a directory that is kept ({@code WINBACK_BENCH_DATA}), so that a million
 * customers are filled in once and measured often; without a directory in a fresh database.
 */
public final class KeptDatabase implements AutoCloseable {

  private static final Path LISTS = Path.of("src/bench/lists.sql");
  private static final String WHO = "?user=postgres&password=postgres";

  /** Minutes less: no look-up for each foreign key, no sort in small pieces. */
  private static final String FILLING =
      """
      set session_replication_role = replica;
      set work_mem = '256MB';
      set maintenance_work_mem = '1GB';
      """;

  private final @Nullable EmbeddedServer server;

  private KeptDatabase(@Nullable EmbeddedServer server) {
    this.server = server;
  }

  /** Fills a directory with so many customers, and leaves it. */
  public static void main(String[] arguments) throws SQLException, IOException {
    try (var kept = new KeptDatabase(EmbeddedServer.in(Path.of(arguments[0])))) {
      System.out.println(kept.filled(arguments[1]));
    }
  }

  public static KeptDatabase wanted() {
    var directory = System.getenv("WINBACK_BENCH_DATA");
    return new KeptDatabase(directory == null ? null : EmbeddedServer.in(Path.of(directory)));
  }

  /** JDBC address, with user and password, of a database that has so many customers. */
  public String filled(String customers) throws SQLException, IOException {
    if (server == null) {
      return fill(TestDatabase.inService(), customers);
    }
    var name = "bench_" + customers;
    var url = server.url().replaceAll("[^/]+$", name) + WHO;
    if (!there(server.url() + WHO, name)) {
      create(server.url() + WHO, name, customers);
    }
    return migrated(url);
  }

  private static boolean there(String url, String name) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var row =
            connection
                .createStatement()
                .executeQuery("select from pg_database where datname = '" + name + "'")) {
      return row.next();
    }
  }

  /** Under another name until it is full: a filling that was broken off is begun anew. */
  private static void create(String url, String name, String customers)
      throws SQLException, IOException {
    var filling = "filling_" + customers;
    execute(
        url,
        "drop database if exists " + filling,
        "create database " + filling,
        "alter database " + filling + " set timezone = 'Pacific/Auckland'",
        "alter system set max_wal_size = '8GB'",
        "alter system set shared_buffers = '1GB'",
        "select pg_reload_conf()");
    fill(migrated(url.replaceAll("[^/]+(?=\\?)", filling)), customers);
    execute(url, "alter database " + filling + " rename to " + name);
  }

  private static String migrated(String url) {
    Flyway.configure().dataSource(url, "postgres", "postgres").load().migrate();
    return url;
  }

  private static String fill(String url, String customers) throws SQLException, IOException {
    try (var connection = DriverManager.getConnection(url)) {
      var data = new DataSet(connection);
      data.execute(FILLING);
      data.generate(Long.parseLong(customers), 3).execute(lists());
      // or a loss of whom nothing is known is compared with all others
      data.execute("analyze");
      data.execute("insert into lost_row " + LostRowsMade.ROWS);
      data.execute("insert into customer_row " + CustomerRowsMade.ROWS);
    }
    // whatever is cleaned up at its own time would be counted to whoever is measured then
    execute(url, "alter system set autovacuum = off", "select pg_reload_conf()", "vacuum analyze");
    return url;
  }

  private static String lists() throws IOException {
    return Files.readString(Files.exists(LISTS) ? LISTS : Path.of("..").resolve(LISTS));
  }

  private static void execute(String url, String... statements) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      for (var one : statements) {
        statement.execute(one);
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (server != null) {
      server.close();
    }
  }
}
