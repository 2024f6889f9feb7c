package dev.winback.task;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was promised to customers, and whether it was kept by the end of its day (CAL-15, CAL-16).
 */
@Service
@Transactional(readOnly = true)
public class Promises {

  private static final String PROMISE = Sql.of(Promises.class, "promise.sql");
  private static final String LIST =
      Sql.of(Promises.class, "promises.sql").replace("/*promise*/", PROMISE);
  private static final String COUNT =
      Sql.of(Promises.class, "promise-count.sql").replace("/*promise*/", PROMISE);

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  Promises(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** By their day, the earliest first; of what is over, the latest first. */
  public Paged<Promise> page(PromiseFilter filter, @Nullable String after, int limit, Actor actor) {
    var at = Cursor.decode(after, 3);
    var rows =
        select(LIST, filter, actor)
            .param("after_day", at == null ? null : at.day(0))
            .param("after_at", at == null ? null : at.moment(1))
            .param("after_task", at == null ? null : at.number(2))
            .param("limit", limit + 1)
            .query(Promise.class)
            .list();
    return Paged.of(rows, limit, Promises::place);
  }

  private static String place(Promise row) {
    var at = row.dueAt() == null ? Instant.EPOCH : row.dueAt();
    return Cursor.encode(row.dueOn(), at, row.task());
  }

  public long count(PromiseFilter filter, Actor actor) {
    return select(COUNT, filter, actor).query(Long.class).single();
  }

  public void export(PromiseFilter filter, Actor actor, Consumer<Promise> sink) {
    actor.require(Permission.EXPORT);
    var all =
        select(LIST, filter, actor)
            .param("after_day", null)
            .param("after_at", null)
            .param("after_task", null)
            .param("limit", null);
    try (var rows = all.withFetchSize(500).query(Promise.class).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec select(String sql, PromiseFilter filter, Actor actor) {
    actor.require(Permission.READ_TASKS);
    return dated(sql)
        .param("state", filter.asked())
        .param("login", actor.may(Permission.SEE_ALL_TASKS) ? filter.whose() : actor.login());
  }

  private JdbcClient.StatementSpec dated(String sql) {
    return jdbc.sql(sql).param("today", clock.today()).param("zone", clock.getZone().getId());
  }
}
