package dev.winback.lapse;

import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Every step of a lapse as a row, written in the transaction of the step. */
@Component
class LapseLog {

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final ObjectMapper json;

  LapseLog(JdbcClient jdbc, BusinessClock clock, ObjectMapper json) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.json = json;
  }

  void note(LapseId lapse, Actor actor, String kind, Map<String, ?> detail) {
    jdbc.sql(
            """
            insert into lapse_event (lapse_id, at, member_id, kind, detail)
            values (:lapse, :at, :member, :kind, :detail::jsonb)
            """)
        .param("lapse", lapse.value())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("member", actor.member())
        .param("kind", kind)
        .param("detail", json.writeValueAsString(detail))
        .update();
  }
}
