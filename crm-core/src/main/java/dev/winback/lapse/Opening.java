package dev.winback.lapse;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens lapses where the fold saw a loss, and moves late ones to lost. */
@Component
class Opening {

  private static final String OPEN = Sql.of(Opening.class, "open.sql");
  private static final String MOVE = Sql.of(Opening.class, "move.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  Opening(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  int openAndMove(LocalDate day) {
    int swept = sweep(MOVE, day) + sweep(OPEN, day);
    // without it the first night of 20,000 lapses spent a minute in the assignment on a wrong plan
    jdbc.sql("analyze lapse").update();
    return swept;
  }

  private int sweep(String sql, LocalDate day) {
    return jdbc.sql(sql)
        .param("day", day)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }
}
