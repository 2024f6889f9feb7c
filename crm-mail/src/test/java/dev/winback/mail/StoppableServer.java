package dev.winback.mail;

import static org.awaitility.Awaitility.await;

import dev.winback.shared.database.EmbeddedServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;

/** A server of its own with all migrations, whose power can be cut. */
final class StoppableServer implements AutoCloseable {

  private static final int SECONDS = 30;

  private final EmbeddedServer first;
  private final List<String> command;
  private ProcessHandle running;

  StoppableServer(Path directory) throws IOException {
    first = EmbeddedServer.in(directory);
    Flyway.configure().dataSource(first.url(), "postgres", "postgres").load().migrate();
    running = postmaster(directory);
    command = command(running.pid());
  }

  /** JDBC address with user and password. */
  String url() {
    return first.url() + "?user=postgres&password=postgres";
  }

  /** As if its machine had gone: nothing is written that was not on the disk. */
  void stopAtOnce() throws Exception {
    new ProcessBuilder("kill", "-QUIT", Long.toString(running.pid())).start().waitFor();
    running.onExit().get(SECONDS, TimeUnit.SECONDS);
  }

  void startAgain() throws IOException {
    running =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/stopped-server.log")))
            .start()
            .toHandle();
    await().atMost(Duration.ofSeconds(SECONDS)).until(this::answers);
  }

  private boolean answers() {
    try (var connection = DriverManager.getConnection(url())) {
      return connection.isValid(1);
    } catch (SQLException starting) {
      return false;
    }
  }

  /** Its data are of no use any more. */
  @Override
  public void close() throws Exception {
    stopAtOnce();
  }

  private static ProcessHandle postmaster(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      var file = files.filter(path -> path.endsWith("postmaster.pid")).findAny().orElseThrow();
      return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0))).orElseThrow();
    }
  }

  /** It refuses to run as root, who starts it in a name space where he is nobody. */
  private static List<String> command(long pid) throws IOException {
    var words = new ArrayList<String>();
    if (System.getProperty("user.name").equals("root")) {
      words.addAll(List.of("unshare", "-U"));
    }
    for (var word : Files.readString(Path.of("/proc/" + pid + "/cmdline")).split("\0")) {
      words.add(word);
    }
    return words;
  }
}
