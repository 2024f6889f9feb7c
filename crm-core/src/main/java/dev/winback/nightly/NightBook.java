package dev.winback.nightly;

import dev.winback.shared.NotFound;
import dev.winback.shared.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of nights and their steps. */
@Component
class NightBook {

  private static final String ASK = Sql.of(NightBook.class, "ask.sql");
  private static final String MISSED = Sql.of(NightBook.class, "missed.sql");
  private static final String NIGHTS = Sql.of(NightBook.class, "nights.sql");

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final String node = java.lang.management.ManagementFactory.getRuntimeMXBean().getName();

  NightBook(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /** Sets the night of this day to running; steps of a finished one are forgotten. */
  long ask(LocalDate day, boolean byPerson) {
    jdbc.sql(
            """
            delete from nightly_step s using night n
            where s.night_id = n.id and n.day = :day and n.state = 'done'
            """)
        .param("day", day)
        .update();
    return jdbc.sql(ASK)
        .param("day", day)
        .param("node", node)
        .param("by_person", byPerson)
        .query(Long.class)
        .single();
  }

  /** Whether this night still has to be run; from here on another asking means once more. */
  boolean begin(long night) {
    forgetIfAskedAgain(night);
    return jdbc.sql("select state = 'running' from night where id = :id")
        .param("id", night)
        .query(Boolean.class)
        .single();
  }

  private void forgetIfAskedAgain(long night) {
    int again =
        jdbc.sql("update night set again = false where id = :id and again")
            .param("id", night)
            .update();
    if (again > 0) {
      jdbc.sql("update nightly_step set again = true where night_id = :id")
          .param("id", night)
          .update();
    }
  }

  List<LocalDate> missed(LocalDate day) {
    return jdbc.sql(MISSED).param("day", day).query(LocalDate.class).list();
  }

  /** Not done yet, and not failed a moment ago. */
  boolean due(LocalDate day) {
    return jdbc.sql(
            """
            select not exists (select 1 from night where day = :day
              and (state = 'done' or (state = 'failed' and started_at > clock_timestamp() - interval '15 minutes')))
            """)
        .param("day", day)
        .query(Boolean.class)
        .single();
  }

  Set<String> finishedSteps(long night) {
    return Set.copyOf(
        jdbc.sql("select name from nightly_step where night_id = :id and not again")
            .param("id", night)
            .query(String.class)
            .list());
  }

  void stepDone(long night, NightStep step, long rows, double seconds) {
    jdbc.sql(
            """
            insert into nightly_step as s (night_id, position, name, rows, seconds)
            values (:night, :position, :name, :rows, :seconds)
            on conflict (night_id, name) do update
            set rows = s.rows + excluded.rows, seconds = s.seconds + excluded.seconds, again = false,
                finished_at = excluded.finished_at
            """)
        .param("night", night)
        .param("position", step.position())
        .param("name", step.name())
        .param("rows", rows)
        .param("seconds", BigDecimal.valueOf(seconds))
        .update();
  }

  /**
   * False when the night was asked for again meanwhile: its steps run once more, which is added.
   */
  boolean finish(long night) {
    int finished =
        jdbc.sql(
                """
                update night set state = 'done', finished_at = clock_timestamp() where id = :id and not again
                """)
            .param("id", night)
            .update();
    if (finished > 0) {
      events.publishEvent(new NightDone(night));
    }
    forgetIfAskedAgain(night);
    return finished > 0;
  }

  void fail(long night, String step) {
    jdbc.sql("update night set state = 'failed', again = false, message = :step where id = :id")
        .param("id", night)
        .param("step", step)
        .update();
  }

  NightRow night(long id) {
    return nights(id, 1).stream().findFirst().orElseThrow(() -> new NotFound("night"));
  }

  List<NightRow> nights(@Nullable Long id, int limit) {
    var nights = new LinkedHashMap<Long, NightRow>();
    jdbc.sql(NIGHTS)
        .param("id", id)
        .param("limit", limit)
        .query(
            row -> {
              read(row, nights);
            });
    return List.copyOf(nights.values());
  }

  private static void read(ResultSet row, Map<Long, NightRow> nights) throws SQLException {
    var night = nights.get(row.getLong("id"));
    if (night == null) {
      night = night(row);
      nights.put(night.id(), night);
    }
    if (row.getString("name") != null) {
      night
          .steps()
          .add(
              new NightRow.StepRow(
                  row.getString("name"), row.getLong("rows"), row.getBigDecimal("seconds")));
    }
  }

  private static NightRow night(ResultSet row) throws SQLException {
    var took = row.getBigDecimal("took");
    return new NightRow(
        row.getLong("id"),
        row.getObject("day", LocalDate.class),
        row.getString("state"),
        row.getString("message"),
        row.getObject("started_at", OffsetDateTime.class),
        took == null ? BigDecimal.ZERO : took.max(BigDecimal.ZERO),
        new ArrayList<>());
  }
}
