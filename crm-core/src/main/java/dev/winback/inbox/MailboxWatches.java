package dev.winback.inbox;

import dev.winback.shared.AdvisoryLock;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
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
    return AdvisoryLock.INBOX.ifFree(dataSource, look);
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
        .param("now", clock.utc())
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
