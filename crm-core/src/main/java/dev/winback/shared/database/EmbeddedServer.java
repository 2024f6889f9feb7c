package dev.winback.shared.database;

import dev.winback.shared.WrongSetting;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL out of Maven artifacts, its data kept in a directory. A server that outlived
 * its program (kill -9) is adopted, and a second program on the same directory shares the server of
 * the first; the last one to leave stops it.
 */
public final class EmbeddedServer implements AutoCloseable {

  private static final String VERSION = "17";
  private static final String OTHERS =
      """
      select exists (select from pg_stat_activity
                      where backend_type = 'client backend' and pid <> pg_backend_pid())
      """;

  private static final int LOOKS = 20;

  private final Path directory;
  private final int port;
  private final @Nullable EmbeddedPostgres started;

  private EmbeddedServer(Path directory, int port, @Nullable EmbeddedPostgres started) {
    this.directory = directory;
    this.port = port;
    this.started = started;
  }

  /** Starts or adopts the server whose data is kept under the given directory. */
  public static EmbeddedServer in(Path dataDir) {
    var directory = dataDir.toAbsolutePath().normalize().resolve("postgresql-" + VERSION);
    try {
      Files.createDirectories(directory.getParent());
      int running = portOfRunningServer(directory);
      return running > 0 ? new EmbeddedServer(directory, running, null) : start(directory);
    } catch (IOException e) {
      throw new WrongSetting(
          "The embedded PostgreSQL does not start in "
              + directory
              + " ("
              + e.getMessage()
              + "): give winback.data-dir a writable directory, run as a normal user, or set DATABASE_URL.");
    }
  }

  private static EmbeddedServer start(Path directory) throws IOException {
    int port = freePort();
    return new EmbeddedServer(
        directory,
        port,
        EmbeddedPostgres.builder()
            .setDataDirectory(directory)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPort(port)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setLocaleConfig("encoding", "UTF8")
            // the library's defaults trade data for speed; this data is kept
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("max_connections", "100")
            .start());
  }

  /** The port in postmaster.pid (line 4) if a server answers there; 0 otherwise. */
  private static int portOfRunningServer(Path directory) throws IOException {
    var pidFile = directory.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return 0;
    }
    var lines = Files.readAllLines(pidFile);
    int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
    return port > 0 && answers(port) ? port : 0;
  }

  private static boolean answers(int port) {
    try (var connection = DriverManager.getConnection(url(port), "postgres", "postgres")) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  public String url() {
    return url(port);
  }

  private static String url(int port) {
    return "jdbc:postgresql://localhost:" + port + "/postgres";
  }

  /** Stops the server unless another program works on it. */
  @Override
  public void close() throws IOException {
    if (othersStay()) {
      return;
    }
    if (started != null) {
      started.close();
    } else {
      postmaster(directory).flatMap(ProcessHandle::of).ifPresent(ProcessHandle::destroy);
    }
  }

  /** A connection that was closed a moment ago may still be listed: looked at for two seconds. */
  private boolean othersStay() {
    for (int look = 0; othersWork(); look++) {
      if (look == LOOKS) {
        return true;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
    return false;
  }

  private boolean othersWork() {
    try (var connection = DriverManager.getConnection(url(), "postgres", "postgres");
        var statement = connection.createStatement();
        var row = statement.executeQuery(OTHERS)) {
      row.next();
      return row.getBoolean(1);
    } catch (SQLException alreadyGone) {
      return false;
    }
  }

  /** The process in postmaster.pid (line 1). */
  private static Optional<Long> postmaster(Path directory) throws IOException {
    var pidFile = directory.resolve("postmaster.pid");
    return Files.exists(pidFile)
        ? Optional.of(Long.valueOf(Files.readAllLines(pidFile).get(0).strip()))
        : Optional.empty();
  }
}
