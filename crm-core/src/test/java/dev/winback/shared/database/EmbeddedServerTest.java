package dev.winback.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

  @TempDir Path directory;

  @Test
  void theLastOfTwoProgramsStopsTheSharedServer() throws Exception {
    var first = EmbeddedServer.in(directory);
    var second = EmbeddedServer.in(directory);
    assertThat(second.url()).isEqualTo(first.url());
    try (var work = connection(second)) {
      first.close();
      work.createStatement().execute("select 1");
    }
    second.close();
    await().until(() -> !answers(second));
  }

  @Test
  void rowsAreKeptFromOneStartToTheNext() throws Exception {
    try (var server = EmbeddedServer.in(directory)) {
      execute(server, "create table kept (n integer); insert into kept values (42)");
    }
    try (var again = EmbeddedServer.in(directory);
        var connection = connection(again);
        var rows = connection.createStatement().executeQuery("select sum(n) from kept")) {
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(42);
    }
  }

  /** As operations.md says it of the backup of a stopped program. */
  @Test
  void aCopyOfItsDirectoryIsTheWholeDatabase(@TempDir Path elsewhere) throws Exception {
    try (var server = EmbeddedServer.in(directory)) {
      execute(server, "create table kept (n integer); insert into kept values (42)");
    }
    var copy = elsewhere.resolve("data");
    var copying = new ProcessBuilder("cp", "-a", directory.toString(), copy.toString()).start();
    assertThat(copying.waitFor()).isZero();
    try (var restored = EmbeddedServer.in(copy);
        var original = EmbeddedServer.in(directory);
        var connection = connection(restored);
        var rows = connection.createStatement().executeQuery("select sum(n) from kept")) {
      execute(original, "drop table kept");
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(42);
    }
  }

  private static boolean answers(EmbeddedServer server) {
    try (var connection = connection(server)) {
      return connection.isValid(5);
    } catch (SQLException gone) {
      return false;
    }
  }

  @Test
  void theServerForgetsNoCommit() throws Exception {
    try (var server = EmbeddedServer.in(directory);
        var connection = connection(server)) {
      assertThatCode(() -> DurableDatabase.require(connection)).doesNotThrowAnyException();
    }
  }

  private static void execute(EmbeddedServer server, String sql) throws SQLException {
    try (var connection = connection(server)) {
      connection.createStatement().execute(sql);
    }
  }

  private static Connection connection(EmbeddedServer server) throws SQLException {
    return DriverManager.getConnection(server.url(), "postgres", "postgres");
  }
}
