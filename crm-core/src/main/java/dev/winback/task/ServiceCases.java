package dev.winback.task;

import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Complaints as the work of service, each with its clock of 24 hours (LET-22). */
@Service
@Transactional(readOnly = true)
public class ServiceCases {

  /** A complaint that nobody resolved for a year is history. */
  private static final Duration FRESH = Duration.ofDays(365);

  private static final String WHERE = Sql.of(ServiceCases.class, "cases-where.sql");
  private static final String LIST =
      Sql.of(ServiceCases.class, "cases.sql").replace("/*where*/", WHERE);
  private static final String COUNT = "select count(*) " + WHERE;

  private final JdbcClient jdbc;
  private final WorkRules rules;
  private final BusinessClock clock;

  ServiceCases(JdbcClient jdbc, WorkRules rules, BusinessClock clock) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.clock = clock;
  }

  /** The oldest first, because it is due first. */
  public Paged<ServiceCase> page(
      CaseFilter filter, @Nullable String after, int limit, Actor actor) {
    var at = Cursor.decode(after, 2);
    var rows =
        list(filter, actor)
            .param("after_at", at == null ? null : at.moment(0))
            .param("after_id", at == null ? null : at.number(1))
            .param("limit", limit + 1)
            .query(rows())
            .list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.cameAt(), row.complaint()));
  }

  public long count(CaseFilter filter, Actor actor) {
    return select(Visible.counted(COUNT, actor), filter, actor).query(Long.class).single();
  }

  public void export(CaseFilter filter, Actor actor, Consumer<ServiceCase> sink) {
    actor.require(Permission.EXPORT);
    var all =
        list(filter, actor).param("after_at", null).param("after_id", null).param("limit", null);
    try (var rows = all.withFetchSize(500).query(rows()).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec list(CaseFilter filter, Actor actor) {
    return select(Visible.in(LIST, actor), filter, actor)
        .param("notes", actor.may(Permission.READ_CALL_NOTES));
  }

  private JdbcClient.StatementSpec select(String sql, CaseFilter filter, Actor actor) {
    actor.require(Permission.SEE_COMPLAINTS);
    return jdbc.sql(sql)
        .params(Visible.to(actor))
        .param("state", filter.asked())
        .param("since", clock.instant().minus(FRESH).atOffset(ZoneOffset.UTC));
  }

  private RowMapper<ServiceCase> rows() {
    var hours = rules.clock();
    var now = clock.instant();
    return (row, n) -> row(row, hours, now);
  }

  private static ServiceCase row(ResultSet row, ReplyClock hours, Instant now) throws SQLException {
    var came = row.getTimestamp("came_at").toInstant();
    var due = hours.due(came);
    var resolved = row.getTimestamp("resolved_at");
    return new ServiceCase(
        row.getString("ref"),
        row.getString("customer"),
        row.getLong("complaint"),
        came,
        due,
        (resolved == null ? now : resolved.toInstant()).isAfter(due),
        row.getObject("severity", Integer.class),
        row.getString("text"),
        row.getString("owner"),
        row.getBoolean("loss_waits"),
        instant(resolved),
        row.getObject("satisfied", Boolean.class));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
