package dev.winback.prompt;

import dev.winback.lapse.LapseId;
import dev.winback.lapse.LapsesClosed;
import dev.winback.lapse.LapsesReopened;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A letter of the director that nobody has brought ends with its loss, and comes back with it. */
@Component
class DirectorEnds {

  private static final String ENDS = Sql.of(DirectorEnds.class, "director-ends.sql");
  private static final String AGAIN = Sql.of(DirectorEnds.class, "director-again.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  DirectorEnds(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @EventListener
  void on(LapsesClosed closed) {
    jdbc.sql(ENDS)
        .param("now", clock.utc())
        .param("lapses", Sql.array(closed.lapses(), LapseId::value))
        .update();
  }

  @EventListener
  void on(LapsesReopened reopened) {
    jdbc.sql(AGAIN).param("lapses", Sql.array(reopened.lapses(), LapseId::value)).update();
  }
}
