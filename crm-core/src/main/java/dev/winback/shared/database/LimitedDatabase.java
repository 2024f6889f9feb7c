package dev.winback.shared.database;

import dev.winback.shared.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The pool, whose connections have the limits of the work that takes them. A connection keeps what
 * it was told last: where pages follow pages, nothing is asked of the server.
 */
final class LimitedDatabase extends DelegatingDataSource {

  /** Nobody waits for work in the background: it asks a full pool again as often. */
  private static final int TRIES = 6;

  private static final String SET =
      "select set_config('lock_timeout', ?, false), set_config('statement_timeout', ?, false)";

  private final Settings.Database settings;
  private final Map<PGConnection, StatementLimits> told =
      Collections.synchronizedMap(new WeakHashMap<>());

  LimitedDatabase(DataSource pool, Settings.Database settings) {
    super(pool);
    this.settings = settings;
  }

  @Override
  public Connection getConnection() throws SQLException {
    var kind = Foreground.here();
    var connection = taken(kind == null ? TRIES : 1);
    try {
      limit(connection, StatementLimits.of(kind, settings));
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private Connection taken(int tries) throws SQLException {
    for (int left = tries; ; left--) {
      try {
        return super.getConnection();
      } catch (SQLTransientConnectionException full) {
        if (left <= 1) {
          throw full;
        }
      }
    }
  }

  private void limit(Connection connection, StatementLimits limits) throws SQLException {
    var server = connection.unwrap(PGConnection.class);
    if (!limits.equals(told.getOrDefault(server, StatementLimits.NONE))) {
      tell(connection, limits);
      told.put(server, limits);
    }
    // the pool puts it back when the connection comes home
    if (limits.network() > 0) {
      connection.setNetworkTimeout(Runnable::run, limits.network());
    }
  }

  private static void tell(Connection connection, StatementLimits limits) throws SQLException {
    try (var statement = connection.prepareStatement(SET)) {
      statement.setString(1, Long.toString(limits.lock().toMillis()));
      statement.setString(2, Long.toString(limits.statement().toMillis()));
      statement.execute();
    }
  }
}
