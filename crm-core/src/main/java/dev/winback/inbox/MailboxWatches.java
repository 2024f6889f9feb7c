package dev.winback.inbox;

import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who looks into the mailbox, one node at a time, and how it went. */
@Service
@Transactional
public class MailboxWatches {

  private static final String KEY = "(hashtext('winback.inbox'))";

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final BusinessClock clock;

  MailboxWatches(DataSource dataSource, JdbcClient jdbc, BusinessClock clock) {
    this.dataSource = dataSource;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Looks if no other node does, and says whether it did; the lock lies on a connection of its own,
   * which the server takes back when the node dies.
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public boolean alone(Runnable look) {
    try (var connection = dataSource.getConnection()) {
      if (!asks(connection, "select pg_try_advisory_lock" + KEY)) {
        return false;
      }
      try {
        look.run();
      } finally {
        asks(connection, "select pg_advisory_unlock" + KEY);
      }
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException("the lock of the mailbox", e);
    }
  }

  private static boolean asks(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  /**
   * Somebody has looked: so many mails, so many that could not be stored, or the fault that kept
   * him from it.
   */
  public void looked(int mails, int failed, @Nullable String fault) {
    jdbc.sql(
            """
            update mailbox_watch
               set looked_at = :now, read = read + :mails, failed = :failed, fault = :fault
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("mails", mails)
        .param("failed", failed)
        .param("fault", fault)
        .update();
  }

  @Transactional(readOnly = true)
  public WatchState state(Actor actor) {
    actor.require(Permission.RELEASE_LETTERS);
    return jdbc.sql("select looked_at, read, failed, fault from mailbox_watch")
        .query(WatchState.class)
        .single();
  }
}
