package dev.winback.team;

import dev.winback.customer.CustomerErased;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberId;
import dev.winback.staff.MemberRow;
import dev.winback.staff.Permission;
import dev.winback.staff.Staff;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The written plan of each loss: what, who, until when, done (DEC-35). */
@Service
@Transactional
public class Plans {

  private static final int LONGEST = 500;
  private static final String STEPS =
      Sql.of(Plans.class, "plan-steps.sql").replace("/*visible*/", Visible.CUSTOMER);
  private static final String WHERE =
      """
      (cast(:lapse as bigint) is null or s.lapse_id = :lapse)
      and (:state = 'all' or (:state = 'done') = (s.done_at is not null))
      and (:state <> 'overdue' or s.due_on < :today)
      and (cast(:login as text) is null or who.login = :login)""";
  private static final String LIST =
      STEPS.replace(
          "/*which*/",
          WHERE
              + """

              and (cast(:after_day as date) is null or (s.due_on, s.id) > (:after_day, :after_id))
              order by s.due_on, s.id limit :limit""");
  private static final String COUNT =
      "select count(*) from (" + STEPS.replace("/*which*/", WHERE) + ") counted";

  private final JdbcClient jdbc;
  private final Lapses lapses;
  private final Staff staff;
  private final BusinessClock clock;

  Plans(JdbcClient jdbc, Lapses lapses, Staff staff, BusinessClock clock) {
    this.jdbc = jdbc;
    this.lapses = lapses;
    this.staff = staff;
    this.clock = clock;
  }

  /** All steps of a loss by their days. */
  @Transactional(readOnly = true)
  public List<PlanStep> of(LapseId lapse, Actor actor) {
    lapses.requireVisible(lapse, actor);
    return select(LIST, new PlanFilter("all", null), actor)
        .param("lapse", lapse.value())
        .param("after_day", null)
        .param("after_id", null)
        .param("limit", null)
        .query(PlanStep.class)
        .list();
  }

  /** Steps of all losses that the member sees, the earliest first. */
  @Transactional(readOnly = true)
  public Paged<PlanStep> page(PlanFilter filter, @Nullable String after, int limit, Actor actor) {
    var rows = list(filter, Cursor.decode(after, 2), limit + 1, actor).query(PlanStep.class).list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.dueOn(), row.id()));
  }

  @Transactional(readOnly = true)
  public long count(PlanFilter filter, Actor actor) {
    return select(COUNT, filter, actor).param("lapse", null).query(Long.class).single();
  }

  @Transactional(readOnly = true)
  public void export(PlanFilter filter, Actor actor, Consumer<PlanStep> sink) {
    actor.require(Permission.EXPORT);
    try (var rows =
        list(filter, null, null, actor).withFetchSize(500).query(PlanStep.class).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec list(
      PlanFilter filter, @Nullable Cursor after, @Nullable Integer limit, Actor actor) {
    return select(LIST, filter, actor)
        .param("lapse", null)
        .param("after_day", after == null ? null : after.day(0))
        .param("after_id", after == null ? null : after.number(1))
        .param("limit", limit);
  }

  private JdbcClient.StatementSpec select(String sql, PlanFilter filter, Actor actor) {
    return jdbc.sql(sql)
        .params(Visible.to(actor))
        .param("state", filter.stateAsked())
        .param("login", filter.login())
        .param("today", clock.today());
  }

  /** Adds a step; a day that is over is no plan. */
  public long add(LapseId lapse, String what, String login, LocalDate due, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    var customer = lapses.requireVisible(lapse, actor);
    requireText(what);
    if (due.isBefore(clock.today())) {
      throw Refused.field("dueOn", "team.refused.plan-past");
    }
    return jdbc.sql(
            """
            insert into plan_step (lapse_id, customer_id, what, member_id, due_on, made_by, made_at)
            values (:lapse, :customer, :what, :who, :due, :by, :now) returning id
            """)
        .param("lapse", lapse.value())
        .param("customer", customer.value())
        .param("what", what.strip())
        .param("who", member(login, actor).value())
        .param("due", due)
        .param("by", actor.member())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  private static void requireText(String what) {
    if (what.isBlank() || what.length() > LONGEST) {
      throw Refused.field("what", "team.refused.plan-what", LONGEST);
    }
  }

  private MemberId member(String login, Actor actor) {
    if (login.isBlank()) {
      return actor.id();
    }
    return staff.active().stream()
        .filter(row -> row.login().equals(login.strip()))
        .findFirst()
        .map(MemberRow::id)
        .orElseThrow(() -> Refused.field("member", "team.refused.owner", login));
  }

  /** Done, or not done after all. */
  public void done(LapseId lapse, long step, boolean done, Actor actor) {
    change(
        lapse,
        step,
        actor,
        "done_at = case when :done then coalesce(done_at, :now) end, done_by = case when :done then :by end",
        done);
  }

  /** Takes a step out of the plan, or puts it back. */
  public void remove(LapseId lapse, long step, boolean remove, Actor actor) {
    change(lapse, step, actor, "removed_at = case when :done then :now end", remove);
  }

  private void change(LapseId lapse, long step, Actor actor, String how, boolean done) {
    actor.require(Permission.WORK_TASKS);
    if (!how.contains(":by") || !isHis(lapse, step, actor)) {
      lapses.requireVisible(lapse, actor);
    }
    var statement =
        jdbc.sql("update plan_step set " + how + " where id = :step and lapse_id = :lapse")
            .param("done", done)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("step", step)
            .param("lapse", lapse.value());
    if (how.contains(":by")) {
      statement.param("by", actor.member());
    }
    if (statement.update() == 0) {
      throw new NotFound("step");
    }
  }

  /** Whose step it is may tick it off whoever has the customer. */
  private boolean isHis(LapseId lapse, long step, Actor actor) {
    return jdbc.sql(
            "select exists (select from plan_step where id = :step and lapse_id = :lapse and member_id = :me)")
        .param("step", step)
        .param("lapse", lapse.value())
        .param("me", actor.member())
        .query(Boolean.class)
        .single();
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql("update plan_step set what = null where customer_id = :customer")
        .param("customer", erased.customer().value())
        .update();
  }
}
