package dev.winback.lapse;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
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
  static final String ASSIGNED = "assigned";
  static final String TO_MARKETING = "to-marketing";
  static final String LOST_BY = "lost-by";
  static final String LOST_BY_UNDONE = "lost-by-undone";

  private static final String LOSERS = Sql.of(LapseLog.class, "losers.sql");

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
        .param("at", clock.utc())
        .param("member", actor == null ? null : actor.member())
        .param("kind", kind)
        .param("detail", json.writeValueAsString(detail))
        .update();
  }

  /**
   * What a member did last and its number; the stage and the day of putting off before a decision,
   * who had it before an assignment; who had lost it before that was corrected, and the loss that
   * was taken from somebody with it.
   */
  record Step(
      long number,
      String kind,
      String before,
      @Nullable LocalDate later,
      Holding had,
      LostBy lost,
      @Nullable Long taken) {}

  /** The last step of a lapse, if it was this member's. */
  Optional<Step> last(LapseId lapse, Actor actor) {
    return jdbc.sql(
            """
            select id, kind, coalesce(detail ->> 'before', '') as before, nullif(detail ->> 'later', '')::date as later, nullif((detail ->> 'was')::bigint, 0) as was,
                   detail ->> 'was_queued' as queued, detail ->> 'was_override' as override,
                   (detail ->> 'was_together')::bigint as together, nullif((detail ->> 'lost_was')::bigint, 0) as lost,
                   coalesce((detail ->> 'lost_inherited')::boolean, false) as inherited, (detail ->> 'taken')::bigint as taken
            from (select * from lapse_event where lapse_id = :lapse order by id desc limit 1) newest
            where member_id = :member
            """)
        .param("lapse", lapse.value())
        .param("member", actor.member())
        .query(LapseLog::step)
        .optional();
  }

  /** The number of what happened last to it, whoever did it; 0 for nothing. */
  long newest(LapseId lapse) {
    return jdbc.sql("select coalesce(max(id), 0) from lapse_event where lapse_id = :lapse")
        .param("lapse", lapse.value())
        .query(Long.class)
        .single();
  }

  private static Step step(ResultSet row, int number) throws SQLException {
    var had =
        new Holding(
            row.getObject("was", Long.class),
            row.getString("queued"),
            row.getString("override"),
            row.getObject("together", Long.class));
    return new Step(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("before"),
        row.getObject("later", LocalDate.class),
        had,
        new LostBy(row.getObject("lost", Long.class), row.getBoolean("inherited")),
        row.getObject("taken", Long.class));
  }

  /** Each correction of who lost it, the newest first. */
  List<CorrectedLoser> losers(LapseId lapse) {
    return jdbc.sql(LOSERS).param("lapse", lapse.value()).query(CorrectedLoser.class).list();
  }

  /** Whether the mark of having inherited the customer was his before somebody else was named. */
  boolean inherited(LapseId lapse, @Nullable Long member) {
    return jdbc.sql(
            """
            select exists (select from lapse_event
                            where lapse_id = :lapse and kind = 'lost-by' and detail ->> 'lost_inherited' = 'true'
                              and (detail ->> 'lost_was')::bigint = :member)
            """)
        .param("lapse", lapse.value())
        .param("member", member)
        .query(Boolean.class)
        .single();
  }
}
