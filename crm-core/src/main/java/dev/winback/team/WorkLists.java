package dev.winback.team;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The names behind each figure of the team: promises, calls, returns. */
@Service
@Transactional(readOnly = true)
public class WorkLists {

  private static final Map<WorkKind, String> ROWS =
      new EnumMap<>(
          Map.of(
              WorkKind.PROMISES, Sql.of(WorkLists.class, "work-promises.sql"),
              WorkKind.CALLS, Sql.of(WorkLists.class, "work-calls.sql"),
              WorkKind.RETURNS, Sql.of(WorkLists.class, "work-returns.sql")));

  private static final String WHICH =
      """
      select * from (%s) w
       where (:all or w.member_id = :member)
         and (cast(:login as text) is null or w.login = :login)
         and w.day between :from and :to
         and (:state = 'all' or w.state = :state
              or :state = 'broken' and w.state = 'overdue' or :state = 'talks' and w.state = 'talk'
              or w.what = :state)""";
  private static final String PAGE =
      """

         and (cast(:after_day as date) is null or (w.day, w.id) < (:after_day, :after_id))
       order by w.day desc, w.id desc limit :limit""";

  private final JdbcClient jdbc;
  private final TeamPeriod period;
  private final BusinessClock clock;

  WorkLists(JdbcClient jdbc, TeamPeriod period, BusinessClock clock) {
    this.jdbc = jdbc;
    this.period = period;
    this.clock = clock;
  }

  /** The latest first; a rep sees his own. */
  public Paged<WorkRow> page(
      WorkKind kind, TeamFilter filter, @Nullable String after, int limit, Actor actor) {
    var cursor = Cursor.decode(after, 2);
    var rows = list(kind, filter, cursor, limit + 1, actor).query(WorkRow.class).list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.day(), row.id()));
  }

  public long count(WorkKind kind, TeamFilter filter, Actor actor) {
    var sql = "select count(*) from (" + which(kind) + ") counted";
    return select(sql, filter, actor).query(Long.class).single();
  }

  public void export(WorkKind kind, TeamFilter filter, Actor actor, Consumer<WorkRow> sink) {
    actor.require(Permission.EXPORT);
    var all = list(kind, filter, null, null, actor);
    try (var rows = all.withFetchSize(500).query(WorkRow.class).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec list(
      WorkKind kind,
      TeamFilter filter,
      @Nullable Cursor after,
      @Nullable Integer limit,
      Actor actor) {
    return select(which(kind) + PAGE, filter, actor)
        .param("after_day", after == null ? null : after.day(0))
        .param("after_id", after == null ? null : after.number(1))
        .param("limit", limit);
  }

  private static String which(WorkKind kind) {
    return WHICH.formatted(ROWS.get(kind));
  }

  private JdbcClient.StatementSpec select(String sql, TeamFilter filter, Actor actor) {
    actor.require(Permission.SEE_TEAM);
    return jdbc.sql(sql)
        .param("all", actor.may(Permission.SEE_ALL_FIGURES))
        .param("member", actor.member())
        .param("notes", actor.may(Permission.READ_CALL_NOTES))
        .param("login", filter.login())
        .param("from", period.first(filter))
        .param("to", period.last(filter))
        .param("state", filter.stateAsked())
        .param("talks", Talks.RESULTS)
        .param("today", clock.today())
        .param("zone", clock.getZone().getId());
  }
}
