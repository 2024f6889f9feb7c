package dev.winback.shared.database;

import dev.winback.shared.WrongSetting;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Refuses a database that may forget a commit: a forgotten announcement is a letter sent twice (six
 * crashes with {@code synchronous_commit = off} gave 45 duplicates, letters.md).
 */
public final class DurableDatabase {

  private DurableDatabase() {}

  /** The same for a connection of this pool. */
  public static void require(DataSource database) {
    try (var connection = database.getConnection()) {
      require(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not answer", e);
    }
  }

  /**
   * Stops with one sentence when {@code fsync} or {@code synchronous_commit} is off on this
   * connection.
   */
  public static void require(Connection connection) throws SQLException {
    for (var setting : List.of("fsync", "synchronous_commit")) {
      var value = show(connection, setting);
      if ("off".equals(value)) {
        throw new WrongSetting(
            setting + " of the database", value, "on, or letters could leave twice after a crash");
      }
    }
  }

  private static String show(Connection connection, String setting) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery("show " + setting)) {
      row.next();
      return row.getString(1);
    }
  }
}
