package dev.winback.bulk;

import dev.winback.lapse.LapseId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Sentence;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.view.Views;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** The rows of jobs: who works on which, and what became of each loss. */
@Component
class BulkStore {

  private static final String TAKE = Sql.of(BulkStore.class, "take.sql");
  private static final String ROW = Sql.of(BulkStore.class, "row.sql");
  private static final String END = Sql.of(BulkStore.class, "end.sql");

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final BusinessClock clock;
  private final String node = UUID.randomUUID().toString();

  BulkStore(JdbcClient jdbc, ObjectMapper json, BusinessClock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  long add(BulkOrder order, Collection<LapseId> lapses, Actor actor) {
    long job =
        jdbc.sql(
                """
                insert into bulk_job (member_id, action, parameters, query, state, started_at)
                values (:member, :action, :parameters::jsonb, :query, 'running', :now) returning id
                """)
            .param("member", actor.member())
            .param("action", order.action().name())
            .param("parameters", json.writeValueAsString(parameters(order)))
            .param("query", order.query() == null ? null : Views.kept(order.query()))
            .param("now", now())
            .query(Long.class)
            .single();
    addRows(job, lapses.stream().map(LapseId::value).distinct().toArray(Long[]::new));
    return job;
  }

  private void addRows(long job, Long[] lapses) {
    int known =
        jdbc.sql(
                """
                insert into bulk_row (job_id, position, lapse_id)
                select :job, x.position, l.id
                  from unnest(:lapses::bigint[]) with ordinality x (lapse, position) join lapse l on l.id = x.lapse
                """)
            .param("job", job)
            .param("lapses", lapses)
            .update();
    if (known < lapses.length) {
      throw Refused.field("lapses", "bulk.refused.unknown", lapses.length - known);
    }
  }

  private static Object parameters(BulkOrder order) {
    var said = new LinkedHashMap<String, @Nullable Object>();
    said.put("reason", order.reason());
    said.put("until", order.until() == null ? null : order.until().toString());
    said.put("member", order.member());
    said.put("override", order.override());
    said.put("farewell", order.farewell());
    return said;
  }

  /** A job of which nobody lives, or this one; nothing when another node works on it. */
  Optional<Long> take(@Nullable Long job) {
    return jdbc.sql(TAKE).param("job", job).param("node", node).query(Long.class).optional();
  }

  /** True while this node is to go on with it. */
  boolean goOn(long job, Way way) {
    return jdbc.sql(
                """
                update bulk_job set lease_until = clock_timestamp() + interval '30 seconds'
                 where id = :job and node = :node and state = :state
                """)
            .param("job", job)
            .param("node", node)
            .param("state", way.working())
            .update()
        == 1;
  }

  /** The next rows that wait. */
  List<Row> next(long job, Way way, int limit) {
    return jdbc.sql(
            """
            select position, lapse_id, step from bulk_row
             where job_id = :job and outcome = :from order by position limit :limit
            """)
        .param("job", job)
        .param("from", way.from())
        .param("limit", limit)
        .query((row, n) -> new Row(row.getInt(1), new LapseId(row.getLong(2)), row.getLong(3)))
        .list();
  }

  /** The step that was done with the loss, by its number; 0 before. */
  record Row(int position, LapseId lapse, long step) {}

  /** What was done with it, so that its undo takes back nothing else. */
  void keep(long job, Row row, long step) {
    jdbc.sql("update bulk_row set step = :step where job_id = :job and position = :position")
        .param("step", step)
        .param("job", job)
        .param("position", row.position())
        .update();
  }

  /** False when somebody else has had the row, or the job was stopped. */
  boolean mark(long job, Row row, Way way, @Nullable Sentence why) {
    return jdbc.sql(ROW)
            .param("job", job)
            .param("position", row.position())
            .param("node", node)
            .param("state", way.working())
            .param("from", way.from())
            .param("to", why == null ? way.to() : way.not())
            .param("why", why == null ? null : why.key())
            .param("figures", figures(why))
            .update()
        == 1;
  }

  private static String @Nullable [] figures(@Nullable Sentence why) {
    return why == null ? null : why.figures().stream().map(String::valueOf).toArray(String[]::new);
  }

  void end(long job, Way way, String state) {
    jdbc.sql(END)
        .param("job", job)
        .param("working", way.working())
        .param("state", state)
        .param("now", now())
        .update();
  }

  /** False when it is in another state already. */
  boolean turn(long job, Collection<String> from, String to) {
    return jdbc.sql(
                """
                update bulk_job set state = :to, node = null, lease_until = null,
                       finished_at = case when :to = 'cancelled' then cast(:now as timestamptz) end
                 where id = :job and state in (:from)
                """)
            .param("job", job)
            .param("from", from)
            .param("to", to)
            .param("now", now())
            .update()
        == 1;
  }

  private OffsetDateTime now() {
    return clock.utc();
  }
}
