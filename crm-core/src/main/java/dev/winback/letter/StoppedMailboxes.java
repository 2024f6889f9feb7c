package dev.winback.letter;

import dev.winback.customer.AddressRestored;
import dev.winback.customer.AddressSuppressed;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends the waiting letters of a mailbox in the transaction that puts it on the stop list. */
@Component
class StoppedMailboxes {

  private static final String STOP = Sql.of(StoppedMailboxes.class, "outbox-stop.sql");
  private static final String RESTORE = Sql.of(StoppedMailboxes.class, "outbox-restore.sql");

  private final LetterPlanning planning;
  private final JdbcClient jdbc;
  private final BusinessClock clock;

  StoppedMailboxes(LetterPlanning planning, JdbcClient jdbc, BusinessClock clock) {
    this.planning = planning;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @EventListener
  void stop(AddressSuppressed stopped) {
    jdbc.sql(STOP).param("address", stopped.address()).update();
  }

  @EventListener
  void restore(AddressRestored restored) {
    var lapses =
        jdbc.sql(RESTORE)
            .param("address", restored.address())
            .param("since", restored.suppressedAt().atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .list();
    if (!lapses.isEmpty()) {
      planning.revise(clock.today(), lapses);
    }
  }
}
