package dev.winback.testing;

import dev.winback.shared.Sql;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Puts all tables back to what the migrations left, and the movable clock to its start. */
public class CleanTables implements BeforeEachCallback {

  private static final String REMEMBER = Sql.of(CleanTables.class, "remember-tables.sql");
  private static final String DEADLOCK = "40P01";
  private static final int TRIES = 10;

  /** Milliseconds: a job of fifty rows that is met at each try ends meanwhile. */
  private static final long PAUSE = 300;

  /**
   * A connection of its own for each database: no foreign key is looked at, because all tables end
   * as they were, and to switch that off and on throws away each plan that the session has.
   */
  private static final Map<String, Connection> RESTORING = new ConcurrentHashMap<>();

  @Override
  public void beforeEach(ExtensionContext context) throws SQLException {
    restore(SpringExtension.getApplicationContext(context));
  }

  /** For whoever runs many stories in one test. */
  public static void restore(ApplicationContext spring) throws SQLException {
    restoreInTurn(restoring(spring.getBean(DataSource.class)));
    spring
        .getBeanProvider(MovableClock.class)
        .ifAvailable(clock -> clock.setDay(MovableClock.START));
  }

  private static Connection restoring(DataSource data) throws SQLException {
    try (var connection = data.getConnection()) {
      return RESTORING.computeIfAbsent(connection.getMetaData().getURL(), CleanTables::remembered);
    }
  }

  private static Connection remembered(String url) {
    try {
      var connection = DriverManager.getConnection(url);
      try (var statement = connection.createStatement()) {
        statement.execute(REMEMBER);
        statement.execute("set session_replication_role = replica");
      }
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Work of the test before may still be ending in the background: whoever is in its way waits. */
  private static void restoreInTurn(Connection connection) throws SQLException {
    for (int tries = 1; ; tries++) {
      try (var statement = connection.createStatement()) {
        statement.execute("call as_migrated.restore()");
        return;
      } catch (SQLException e) {
        if (tries == TRIES || !DEADLOCK.equals(e.getSQLState())) {
          throw e;
        }
        pause(e);
      }
    }
  }

  private static void pause(SQLException deadlock) throws SQLException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw deadlock;
    }
  }
}
