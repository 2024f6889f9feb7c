package dev.winback.lapse;

import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Every step of a lapse as a row, written in the transaction of the step. */
@Component
class LapseLog {

  static final String DECIDED = "decided";

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final ObjectMapper json;

  LapseLog(JdbcClient jdbc, BusinessClock clock, ObjectMapper json) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.json = json;
  }

  void note(LapseId lapse, @Nullable Actor actor, String kind, Map<String, ?> detail) {
    jdbc.sql(
            """
            insert into lapse_event (lapse_id, at, member_id, kind, detail)
            values (:lapse, :at, :member, :kind, :detail::jsonb)
            """)
        .param("lapse", lapse.value())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("member", actor == null ? null : actor.member())
        .param("kind", kind)
        .param("detail", json.writeValueAsString(detail))
        .update();
  }

  /** The stage before the decision, if the last step was a decision of this member. */
  Optional<Stage> decidedLast(LapseId lapse, Actor actor) {
    return jdbc.sql(
            """
            select detail ->> 'before' as before
            from (select * from lapse_event where lapse_id = :lapse order by id desc limit 1) newest
            where kind = :kind and member_id = :member
            """)
        .param("lapse", lapse.value())
        .param("kind", DECIDED)
        .param("member", actor.member())
        .query((row, n) -> Stage.ofCode(row.getString("before")))
        .optional();
  }
}
