package dev.winback.signal;

import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import java.time.ZoneOffset;
import java.util.HashMap;
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

  Profiles current() {
    var limits = new HashMap<String, Limits>();
    jdbc.sql("select distinct on (kind) kind, limits from limits_change order by kind, id desc")
        .query(
            row -> {
              var text = row.getString("limits");
              if (text != null) {
                limits.put(row.getString("kind"), json.readValue(text, Limits.class));
              }
            });
    return limits.isEmpty() ? Profiles.DEFAULT : new Profiles(limits);
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
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }
}
