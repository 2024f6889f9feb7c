package dev.winback.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One real PostgreSQL per test JVM: a container where a Docker engine answers, the embedded server
 * otherwise ({@code -Dwinback.test-db=docker|embedded|auto}), or a server that runs already ({@code
 * -Dwinback.test-db=host:port}, user and password {@code postgres}). Migrations fill a template
 * once; each context gets a copy of it.
 */
public final class TestDatabase {

  private static final File TEMPORARY = new File(System.getProperty("java.io.tmpdir"));
  private static final long ENOUGH = 4L << 30;

  /** As in application.properties. */
  private static final String KEPT = "flushCacheOnDdl=false";

  /** Planning was more than half of the server's work: a connection keeps each statement's plan. */
  private static final String PLANNED_ONCE =
      KEPT
          + "&prepareThreshold=1&preparedStatementCacheQueries=4000&preparedStatementCacheSizeMiB=100";

  /** Two JVMs may share a server. */
  private static final String OF_THIS_JVM = "_" + ProcessHandle.current().pid();

  private static final String TEMPLATE = "migrated" + OF_THIS_JVM;

  private static final AtomicInteger COPIES = new AtomicInteger();
  private static final Server SERVER = start();

  private TestDatabase() {}

  record Server(String host, int port, String user, String password) {

    String url(String database) {
      return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }
  }

  /**
   * JDBC address of a fresh database that has all migrations, in which each statement is planned
   * once; user and password are in the address.
   */
  public static String fresh() {
    var name = copied();
    execute("postgres", "alter database " + name + " set plan_cache_mode = force_generic_plan");
    return address(name, PLANNED_ONCE);
  }

  /** The same with the server's own choice of plans: what is measured is measured as in service. */
  public static String inService() {
    return address(copied(), KEPT);
  }

  private static String copied() {
    var name = "copy" + OF_THIS_JVM + "_" + COPIES.incrementAndGet();
    execute(
        "postgres", "create database " + name + " template " + TEMPLATE + " strategy file_copy");
    // another zone than the JVM on purpose: no rule may depend on the session's zone
    execute("postgres", "alter database " + name + " set timezone = 'Pacific/Auckland'");
    // or each would take what another one has erased for what it has forgotten itself
    execute(name, "update firm set identity = gen_random_uuid()");
    return name;
  }

  private static String address(String name, String parameters) {
    return "%s?user=%s&password=%s&%s"
        .formatted(SERVER.url(name), SERVER.user(), SERVER.password(), parameters);
  }

  private static Server start() {
    var server = wanted(System.getProperty("winback.test-db", "auto"));
    execute(server, "postgres", "create database " + TEMPLATE);
    Flyway.configure()
        .dataSource(server.url(TEMPLATE), server.user(), server.password())
        .load()
        .migrate();
    return server;
  }

  private static Server wanted(String which) {
    return switch (which) {
      case "docker" -> container();
      case "embedded" -> embedded();
      case "auto" -> dockerThere() ? container() : embedded();
      default -> running(which.split(":"));
    };
  }

  /** Asking Testcontainers costs a second and two ERROR lines: look first. */
  private static boolean dockerThere() {
    return System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
  }

  private static Server running(String[] address) {
    return new Server(address[0], Integer.parseInt(address[1]), "postgres", "postgres");
  }

  private static Server container() {
    var container = new PostgreSQLContainer("postgres:17-alpine").withDatabaseName("postgres");
    container.start();
    return new Server(
        container.getHost(),
        container.getFirstMappedPort(),
        container.getUsername(),
        container.getPassword());
  }

  private static Server embedded() {
    try {
      var directory = directory();
      Files.createDirectories(directory);
      var postgres =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("max_connections", "200")
              .setServerConfig("unix_socket_directories", "")
              .setLocaleConfig("locale-provider", "builtin")
              .setLocaleConfig("builtin-locale", "C.UTF-8")
              .setLocaleConfig("encoding", "UTF8")
              .setOverrideWorkingDirectory(directory.toFile())
              .setDataDirectory(Files.createTempDirectory(directory, "data"))
              .setRegisterShutdownHook(false)
              .start();
      // after the contexts: work that ends with them would wait half a minute for a dead server
      SpringApplication.getShutdownHandlers().add(() -> stop(postgres));
      return new Server("localhost", postgres.getPort(), "postgres", "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop(EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Memory where there is a file system of it: the server still syncs, but waits for no disk. */
  private static Path directory() {
    var memory = new File("/dev/shm");
    var place = memory.canWrite() && memory.getUsableSpace() > ENOUGH ? memory : TEMPORARY;
    return place.toPath().resolve("winback-test");
  }

  private static void execute(String database, String sql) {
    execute(SERVER, database, sql);
  }

  private static void execute(Server server, String database, String sql) {
    try (var connection =
            DriverManager.getConnection(server.url(database), server.user(), server.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
