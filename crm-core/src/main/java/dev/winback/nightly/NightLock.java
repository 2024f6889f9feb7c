package dev.winback.nightly;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * One node works: an advisory lock on a connection of its own, which the server takes back when the
 * node dies.
 */
@Component
class NightLock {

  private static final String KEY = "(hashtext('winback.night'))";

  private final DataSource dataSource;

  NightLock(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Works as soon as nobody else does. */
  void alone(Runnable work) {
    run("select true from (select pg_advisory_lock" + KEY + ") waited", work);
  }

  /** Works if nobody else does, and answers whether it did. */
  boolean ifAlone(Runnable work) {
    return run("select pg_try_advisory_lock" + KEY, work);
  }

  private boolean run(String take, Runnable work) {
    try (var connection = dataSource.getConnection()) {
      if (!asks(connection, take)) {
        return false;
      }
      try {
        work.run();
      } finally {
        asks(connection, "select pg_advisory_unlock" + KEY);
      }
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException("the lock of the night", e);
    }
  }

  private static boolean asks(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() && rows.getBoolean(1);
    }
  }
}
