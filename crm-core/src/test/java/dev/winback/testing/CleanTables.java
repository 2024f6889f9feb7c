package dev.winback.testing;

import dev.winback.shared.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Puts all tables back to what the migrations left, and the movable clock to its start. */
public class CleanTables implements BeforeEachCallback {

  private static final String REMEMBER = Sql.of(CleanTables.class, "remember-tables.sql");
  private static final String DEADLOCK = "40P01";
  private static final int TRIES = 5;
  private static final Set<String> REMEMBERED = ConcurrentHashMap.newKeySet();

  @Override
  public void beforeEach(ExtensionContext context) throws SQLException {
    var spring = SpringExtension.getApplicationContext(context);
    try (var connection = spring.getBean(DataSource.class).getConnection();
        var statement = connection.createStatement()) {
      if (REMEMBERED.add(connection.getMetaData().getURL())) {
        statement.execute(REMEMBER);
      }
      restoreInTurn(connection, statement);
    }
    spring
        .getBeanProvider(MovableClock.class)
        .ifAvailable(clock -> clock.setDay(MovableClock.START));
  }

  /** Work of the test before may still be ending in the background: whoever is in its way waits. */
  private static void restoreInTurn(Connection connection, Statement statement)
      throws SQLException {
    for (int tries = 1; ; tries++) {
      try {
        statement.execute("call as_migrated.restore()");
        return;
      } catch (SQLException e) {
        if (tries == TRIES || !DEADLOCK.equals(e.getSQLState())) {
          throw e;
        }
      }
    }
  }
}
