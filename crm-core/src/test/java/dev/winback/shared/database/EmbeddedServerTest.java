package dev.winback.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {

  @TempDir Path directory;

  @Test
  void rowsAreKeptAndARunningServerIsShared() throws Exception {
    try (var first = EmbeddedServer.in(directory)) {
      execute(first, "create table kept (n integer)");
      try (var second = EmbeddedServer.in(directory)) {
        assertThat(second.url()).isEqualTo(first.url());
        execute(second, "insert into kept values (42)");
      }
      execute(first, "insert into kept values (43)");
    }
    try (var again = EmbeddedServer.in(directory);
        var connection = connection(again);
        var rows = connection.createStatement().executeQuery("select sum(n) from kept")) {
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(85);
    }
  }

  @Test
  void theServerForgetsNoCommit() throws Exception {
    try (var server = EmbeddedServer.in(directory);
        var connection = connection(server)) {
      DurableDatabase.require(connection);
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
