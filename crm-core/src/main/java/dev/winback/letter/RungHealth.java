package dev.winback.letter;

import dev.winback.shared.Sql;
import dev.winback.staff.Audit;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stops a rung whose letters harm: more than 5 % of its last 200 to dead mailboxes, or ten in a row
 * refused for what they are; only a person lets it go on.
 */
@Component
class RungHealth {

  private static final String LOOK = Sql.of(RungHealth.class, "outbox-health.sql");

  private final JdbcClient jdbc;
  private final Audit audit;

  RungHealth(JdbcClient jdbc, Audit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  void look(int rung) {
    jdbc.sql(LOOK)
        .param("rung", rung)
        .query(String.class)
        .optional()
        .ifPresent(why -> audit.note(null, "pause", "rung", rung, Map.of("because", why)));
  }

  boolean stopped(int rung) {
    return jdbc.sql("select paused_at is not null from rung where number = :rung")
        .param("rung", rung)
        .query(Boolean.class)
        .single();
  }
}
