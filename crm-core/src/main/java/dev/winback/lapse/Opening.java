package dev.winback.lapse;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens lapses where the fold saw a loss, and moves late ones to lost. */
@Component
class Opening {

  private static final String OPEN = Sql.of(Opening.class, "open.sql");
  private static final String MOVE = Sql.of(Opening.class, "move.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  Opening(JdbcClient jdbc, BusinessClock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  int openAndMove(LocalDate day) {
    int moved = sweep(MOVE, day).update();
    var opened = sweep(OPEN, day).query((row, n) -> new LapseId(row.getLong(1))).list();
    // without it the first night of 20,000 lapses spent a minute in the assignment on a wrong plan
    jdbc.sql("analyze lapse").update();
    if (!opened.isEmpty()) {
      events.publishEvent(new LapsesOpened(opened));
    }
    return moved + opened.size();
  }

  private JdbcClient.StatementSpec sweep(String sql, LocalDate day) {
    return jdbc.sql(sql).param("day", day).param("now", clock.instant().atOffset(ZoneOffset.UTC));
  }
}
