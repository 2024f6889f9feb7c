package dev.winback.signal;

import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Keeps the limits of each kind of customer, with who changed them and when. */
@Component
class ProfileStore {

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final BusinessClock clock;

  ProfileStore(JdbcClient jdbc, ObjectMapper json, BusinessClock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  LimitsByKind current() {
    var limits = new HashMap<String, Limits>();
    jdbc.sql("select distinct on (kind) kind, limits from limits_change order by kind, id desc")
        .query(
            row -> {
              var text = row.getString("limits");
              if (text != null) {
                limits.put(row.getString("kind"), json.readValue(text, Limits.class));
              }
            });
    return limits.isEmpty() ? LimitsByKind.DEFAULT : new LimitsByKind(limits);
  }

  /** Nobody has changed anything, or said that it is to stay. */
  boolean untouched() {
    return !jdbc.sql("select exists (select from limits_change)").query(Boolean.class).single();
  }

  List<LimitsChange> changes(int most) {
    return jdbc.sql(
            """
            select l.id, l.kind, l.limits, m.name, l.at
            from limits_change l left join member m on m.id = l.member_id
            order by l.id desc limit :most
            """)
        .param("most", most)
        .query(
            (row, n) -> {
              var text = row.getString("limits");
              return new LimitsChange(
                  row.getLong("id"),
                  row.getString("kind"),
                  text == null ? null : json.readValue(text, Limits.class),
                  row.getString("name"),
                  row.getObject("at", OffsetDateTime.class));
            })
        .list();
  }

  /** False when it is not the newest of its kind. */
  boolean undo(long change) {
    return jdbc.sql(
                """
                delete from limits_change l
                where l.id = :id and not exists (select from limits_change n where n.kind = l.kind and n.id > l.id)
                """)
            .param("id", change)
            .update()
        > 0;
  }

  /** Null: the kind has no limits of its own any more. */
  long change(String kind, @Nullable Limits limits, Actor actor) {
    return jdbc.sql(
            """
            insert into limits_change (kind, limits, member_id, at)
            values (:kind, :limits::jsonb, :member, :now) returning id
            """)
        .param("kind", kind)
        .param("limits", limits == null ? null : json.writeValueAsString(limits))
        .param("member", actor.member())
        .param("now", clock.utc())
        .query(Long.class)
        .single();
  }
}
