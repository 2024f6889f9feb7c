package dev.winback.task;

import dev.winback.lapse.LapsePaused;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A planned call waits for the end of the pause; what was promised stays on its day. */
@Component
class Paused {

  private static final String PAUSE = Sql.of(Paused.class, "pause.sql");

  private final JdbcClient jdbc;
  private final WorkRules rules;
  private final BusinessClock clock;

  Paused(JdbcClient jdbc, WorkRules rules, BusinessClock clock) {
    this.rules = rules;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @EventListener
  void pause(LapsePaused paused) {
    jdbc.sql(PAUSE)
        .param("lapse", paused.lapse().value())
        .param("until", rules.days().onOrAfter(paused.until()))
        .param("ended", !paused.until().isAfter(clock.today()))
        .update();
  }
}
