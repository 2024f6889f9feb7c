package dev.winback.team;

import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The written plans as they are read: of one loss, and all steps that a member sees. */
@Service
@Transactional(readOnly = true)
public class PlanLists {

  private static final String STEPS =
      Sql.of(PlanLists.class, "plan-steps.sql").replace("/*visible*/", Visible.CUSTOMER);
  private static final String WHERE =
      """
      (:state = 'all' or (:state = 'done') = (s.done_at is not null))
      and (:state not in ('overdue', 'due')
           or l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING') and s.due_on <= :today and (:state = 'due' or s.due_on < :today))
      and (cast(:login as text) is null or who.login = :login)""";
  private static final String LIST =
      STEPS.replace(
          "/*which*/",
          WHERE
              + """

              and (cast(:after_day as date) is null or (s.due_on, s.id) > (:after_day, :after_id))
              order by s.due_on, s.id limit :limit""");
  private static final String OF_LAPSE =
      STEPS.replace("/*which*/", "l.id = :lapse order by s.due_on, s.id");
  private static final String COUNT =
      "select count(*) from (" + STEPS.replace("/*which*/", WHERE) + ") counted";

  private final JdbcClient jdbc;
  private final Lapses lapses;
  private final BusinessClock clock;

  PlanLists(JdbcClient jdbc, Lapses lapses, BusinessClock clock) {
    this.jdbc = jdbc;
    this.lapses = lapses;
    this.clock = clock;
  }

  /** All steps of a loss by their days. */
  public List<PlanStep> of(LapseId lapse, Actor actor) {
    lapses.requireVisible(lapse, actor);
    return jdbc.sql(OF_LAPSE)
        .params(Visible.to(actor))
        .param("today", clock.today(actor.zone()))
        .param("lapse", lapse.value())
        .query(PlanStep.class)
        .list();
  }

  /** Steps of all losses that the member sees, the earliest first. */
  public Paged<PlanStep> page(PlanFilter filter, @Nullable String after, int limit, Actor actor) {
    var rows = list(filter, Cursor.decode(after, 2), limit + 1, actor).query(PlanStep.class).list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.dueOn(), row.id()));
  }

  public long count(PlanFilter filter, Actor actor) {
    actor.require(Permission.SEE_TEAM);
    return select(COUNT, filter, actor).query(Long.class).single();
  }

  /** The member's own steps whose day has come. */
  public long due(Actor actor) {
    return actor.may(Permission.SEE_TEAM) ? count(PlanFilter.due(actor), actor) : 0;
  }

  public void export(PlanFilter filter, Actor actor, Consumer<PlanStep> sink) {
    actor.require(Permission.EXPORT);
    try (var rows =
        list(filter, null, null, actor).withFetchSize(500).query(PlanStep.class).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec list(
      PlanFilter filter, @Nullable Cursor after, @Nullable Integer limit, Actor actor) {
    actor.require(Permission.SEE_TEAM);
    return select(LIST, filter, actor)
        .param("after_day", after == null ? null : after.day(0))
        .param("after_id", after == null ? null : after.number(1))
        .param("limit", limit);
  }

  private JdbcClient.StatementSpec select(String sql, PlanFilter filter, Actor actor) {
    return jdbc.sql(sql)
        .params(Visible.to(actor))
        .param("state", filter.stateAsked())
        .param("login", filter.login())
        .param("today", clock.today(actor.zone()));
  }
}
