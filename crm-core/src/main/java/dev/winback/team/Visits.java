package dev.winback.team;

import dev.winback.customer.CustomerErased;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberId;
import dev.winback.staff.Permission;
import dev.winback.task.Meetings;
import dev.winback.task.TaskId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Managers visit lost customers together with the rep, listen and sum up (CAL-29). */
@Service
@Transactional
public class Visits {

  private static final int LONGEST = 2_000;
  private static final int LONGEST_NOTES = 4_000;
  private static final String VISITS = Sql.of(Visits.class, "visits.sql");
  private static final String OF_LAPSE =
      VISITS.replace("/*which*/", "v.lapse_id = :lapse order by v.starts_at desc, v.id desc");
  private static final String COMING =
      VISITS.replace(
          "/*which*/",
          """
          v.done_at is null and v.cancelled_at is null and (:all or v.rep_id = :member)
          order by v.starts_at, v.id limit 100""");

  private final JdbcClient jdbc;
  private final Lapses lapses;
  private final Meetings meetings;
  private final BusinessClock clock;

  Visits(JdbcClient jdbc, Lapses lapses, Meetings meetings, BusinessClock clock) {
    this.jdbc = jdbc;
    this.lapses = lapses;
    this.meetings = meetings;
    this.clock = clock;
  }

  private record Stored(long lapse, long customer, long rep, @Nullable Long task, boolean open) {}

  /** Arranges it with who works on the loss; he gets a meeting in his queue. */
  public long arrange(LapseId lapse, Instant at, String questions, Actor actor) {
    actor.require(Permission.LEAD_TEAM);
    if (!at.isAfter(clock.instant())) {
      throw Refused.field("at", "team.refused.visit-past");
    }
    var customer = lapses.requireVisible(lapse, actor);
    var rep = assignee(lapse);
    var asked = text("questions", questions, LONGEST);
    var task = meetings.arrange(lapse, rep, at, asked, actor);
    return jdbc.sql(
            """
            insert into visit (lapse_id, customer_id, manager_id, rep_id, starts_at, questions, task_id, made_at)
            values (:lapse, :customer, :manager, :rep, :at, :questions, :task, :now) returning id
            """)
        .param("lapse", lapse.value())
        .param("customer", customer.value())
        .param("manager", actor.member())
        .param("rep", rep.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("questions", asked)
        .param("task", task.value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  private MemberId assignee(LapseId lapse) {
    return jdbc.sql("select assignee from lapse where id = :lapse and assignee is not null")
        .param("lapse", lapse.value())
        .query((row, n) -> new MemberId(row.getLong(1)))
        .optional()
        .orElseThrow(() -> new Refused("team.refused.visit-nobody"));
  }

  /** It does not take place; the rep's meeting ends with it. */
  public void cancel(LapseId lapse, long id, Actor actor) {
    actor.require(Permission.LEAD_TEAM);
    var visit = open(lapse, id);
    jdbc.sql("update visit set cancelled_at = :now where id = :id")
        .param("id", id)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    end(visit, false);
  }

  private void end(Stored visit, boolean held) {
    if (visit.task() != null) {
      meetings.end(new TaskId(visit.task()), held);
    }
  }

  /** What they heard and what follows; the manager who was there or the rep writes it. */
  public void sumUp(LapseId lapse, long id, String listened, String summary, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    lapses.requireVisible(lapse, actor);
    var visit = open(lapse, id);
    if (listened.isBlank()) {
      throw Refused.field("listened", "team.refused.visit-empty");
    }
    jdbc.sql(
            "update visit set listened = :listened, summary = :summary, done_at = :now where id = :id")
        .param("id", id)
        .param("listened", text("listened", listened, LONGEST_NOTES))
        .param("summary", text("summary", summary, LONGEST))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    end(visit, true);
  }

  private Stored open(LapseId lapse, long id) {
    var found =
        jdbc.sql(
                """
                select lapse_id as lapse, customer_id as customer, rep_id as rep, task_id as task,
                       done_at is null and cancelled_at is null as open
                  from visit where id = :id and lapse_id = :lapse for update
                """)
            .param("id", id)
            .param("lapse", lapse.value())
            .query(Stored.class)
            .optional()
            .orElseThrow(() -> new NotFound("visit"));
    if (!found.open()) {
      throw new Refused("team.refused.visit-over");
    }
    return found;
  }

  private static @Nullable String text(String field, String value, int longest) {
    if (value.length() > longest) {
      throw Refused.field(field, "task.refused.too-long", longest, value.length());
    }
    return value.isBlank() ? null : value.strip();
  }

  /** The visits of a loss, the latest first. */
  @Transactional(readOnly = true)
  public List<Visit> of(LapseId lapse, Actor actor) {
    lapses.requireVisible(lapse, actor);
    return jdbc.sql(OF_LAPSE).param("lapse", lapse.value()).query(Visit.class).list();
  }

  /** The next visit of a loss that is still to come or to be summed up. */
  @Transactional(readOnly = true)
  public Optional<Visit> next(LapseId lapse, Actor actor) {
    return of(lapse, actor).stream().filter(Visit::open).reduce((later, sooner) -> sooner);
  }

  /** Those that are to come or to be summed up, the soonest first; a rep's own. */
  @Transactional(readOnly = true)
  public List<Visit> coming(Actor actor) {
    actor.require(Permission.SEE_TEAM);
    return jdbc.sql(COMING)
        .param("all", actor.may(Permission.SEE_ALL_TASKS))
        .param("member", actor.member())
        .query(Visit.class)
        .list();
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql(
            """
            update visit set questions = null, listened = null, summary = null where customer_id = :customer
            """)
        .param("customer", erased.customer().value())
        .update();
  }
}
