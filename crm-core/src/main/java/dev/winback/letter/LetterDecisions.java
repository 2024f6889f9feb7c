package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people decide about letters; each decision is audited in its own transaction. */
@Component
class LetterDecisions {

  private static final String COUNT_AS_SENT = Sql.of(LetterDecisions.class, "count-as-sent.sql");
  private static final String SEND_AGAIN = Sql.of(LetterDecisions.class, "send-again.sql");

  /** Never a lower rung after a higher one (rules.md, "Letters"). */
  private static final String OVERTAKEN =
      """
      select exists (select from letter l
                       join letter h on h.lapse_id = l.lapse_id
                      where l.id = :id and l.rung > 0 and h.rung > 0 and h.height > l.height
                        and h.state in ('ANNOUNCED', 'SENT', 'IN_DOUBT'))
      """;

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Audit audit;
  private final ApplicationEventPublisher events;

  LetterDecisions(
      JdbcClient jdbc, BusinessClock clock, Audit audit, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
    this.events = events;
  }

  void countAsSent(LetterId id, Actor actor) {
    requireOne(jdbc.sql(COUNT_AS_SENT).param("id", id.value()).update());
    events.publishEvent(new LettersSent(List.of(id)));
    audit.note(actor, "count-as-sent", "letter", id.value(), Map.of());
  }

  LetterId sendAgain(LetterId id, String reason, Actor actor) {
    if (jdbc.sql(OVERTAKEN).param("id", id.value()).query(Boolean.class).single()) {
      throw new Refused("letter.refused.overtaken");
    }
    var again =
        jdbc.sql(SEND_AGAIN)
            .param("id", id.value())
            .param("member", actor.member())
            .param("now", now())
            .param("reason", reason)
            .query(Long.class)
            .optional()
            .orElseThrow(() -> new Refused("letter.refused.not-in-doubt"));
    audit.note(actor, "send-again", "letter", id.value(), Map.of("reason", reason, "as", again));
    return new LetterId(again);
  }

  void stopSending(boolean stopped, Actor actor) {
    int changed =
        jdbc.sql(
                """
                update firm
                   set sending_stopped = :stopped, sending_stopped_by = :login
                 where sending_stopped <> :stopped
                """)
            .param("stopped", stopped)
            .param("login", stopped ? actor.login() : null)
            .update();
    if (changed == 1) {
      audit.note(actor, stopped ? "stop-sending" : "resume-sending", "firm", 1, Map.of());
    }
  }

  private static void requireOne(int rows) {
    if (rows != 1) {
      throw new Refused("letter.refused.not-in-doubt");
    }
  }

  private OffsetDateTime now() {
    return clock.utc();
  }
}
