package dev.winback.shared;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one of all nodes does at a time, under the keys of PostgreSQL's advisory locks: until the
 * end of a transaction, or on a connection of its own, which the server ends when its node dies.
 */
public enum AdvisoryLock {
  /** Two sets that touch the same rows in different orders would wait for each other for ever. */
  FACTS("winback.facts"),
  /** The night folds a slice alone; arriving facts share the lock among themselves. */
  FOLD("winback.fold"),
  NIGHT("winback.night"),
  INBOX("winback.inbox"),
  PROMPTS("winback.prompts"),
  /** Each commit with an entry takes it, too, by the trigger of the audit. */
  AUDIT("audit_link");

  private final String key;

  AdvisoryLock(String name) {
    key = "(hashtext('" + name + "'))";
  }

  /** Waits for it, and holds it until the transaction ends. */
  public void take(JdbcClient jdbc) {
    jdbc.sql("select pg_advisory_xact_lock" + key).query().listOfRows();
  }

  /** As {@link #take}, beside others who share it. */
  public void share(JdbcClient jdbc) {
    jdbc.sql("select pg_advisory_xact_lock_shared" + key).query().listOfRows();
  }

  /** Holds it until the transaction ends if nobody else does, and answers whether it does. */
  public boolean taken(JdbcClient jdbc) {
    return jdbc.sql("select pg_try_advisory_xact_lock" + key).query(Boolean.class).single();
  }

  /** Works as soon as nobody else does. */
  public void during(DataSource dataSource, Runnable work) {
    run(dataSource, "select true from (select pg_advisory_lock" + key + ") waited", work);
  }

  /** Works if nobody else does, and answers whether it did. */
  public boolean ifFree(DataSource dataSource, Runnable work) {
    return run(dataSource, "select pg_try_advisory_lock" + key, work);
  }

  private boolean run(DataSource dataSource, String take, Runnable work) {
    try (var connection = dataSource.getConnection()) {
      if (!asks(connection, take)) {
        return false;
      }
      try {
        work.run();
      } finally {
        asks(connection, "select pg_advisory_unlock" + key);
      }
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException("the lock " + name(), e);
    }
  }

  private static boolean asks(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() && rows.getBoolean(1);
    }
  }
}
