package dev.winback.team;

import dev.winback.customer.CustomerErased;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.DayText;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberId;
import dev.winback.staff.Permission;
import dev.winback.task.Meetings;
import dev.winback.task.TaskId;
import java.time.Instant;
import java.time.ZoneOffset;
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

  private record Stored(
      long lapse, long customer, long rep, @Nullable Long task, boolean open, boolean cancelled) {}

  /** Arranges it with who works on the loss; he gets a meeting in his queue. */
  public long arrange(LapseId lapse, Instant at, String questions, Actor actor) {
    actor.require(Permission.LEAD_TEAM);
    if (!DayText.moment("at", at).isAfter(clock.instant())) {
      throw Refused.field("at", "team.refused.visit-past");
    }
    var customer = lapses.requireVisible(lapse, actor);
    var rep = assignee(lapse);
    var asked = text("questions", questions, LONGEST);
    requireFirst(lapse);
    var task = meetings.arrange(lapse, rep, at, asked, actor).orElse(null);
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
        .param("task", task == null ? null : task.value())
        .param("now", clock.utc())
        .query(Long.class)
        .single();
  }

  private void requireFirst(LapseId lapse) {
    // whoever arranges for the same loss at the same moment waits here
    jdbc.sql("select id from lapse where id = :lapse for update")
        .param("lapse", lapse.value())
        .query(Long.class)
        .single();
    boolean ahead =
        jdbc.sql(
                """
                select exists (select from visit
                 where lapse_id in (select parts_of(:lapse)) and done_at is null and cancelled_at is null)
                """)
            .param("lapse", lapse.value())
            .query(Boolean.class)
            .single();
    if (ahead) {
      throw Refused.field("at", "team.refused.visit-another");
    }
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
        .param("now", clock.utc())
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
            """
            update visit v
               set listened = :listened, summary = :summary, done_at = :now, rep_id = coalesce(l.assignee, v.rep_id)
              from lapse p join lapse l on l.id = coalesce(p.merged_with, p.id)
             where p.id = v.lapse_id and v.id = :id
            """)
        .param("id", id)
        .param("listened", text("listened", listened, LONGEST_NOTES))
        .param("summary", text("summary", summary, LONGEST))
        .param("now", clock.utc())
        .update();
    end(visit, true);
  }

  /** It was called off or summed up by a slip: it is ahead again, with the rep's meeting. */
  public void bringBack(LapseId lapse, long id, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    lapses.requireVisible(lapse, actor);
    var visit = stored(lapse, id);
    if (visit.open()) {
      return;
    }
    actor.require(visit.cancelled() ? Permission.LEAD_TEAM : Permission.WORK_TASKS);
    requireFirst(lapse);
    jdbc.sql("update visit set cancelled_at = null, done_at = null where id = :id")
        .param("id", id)
        .update();
    if (visit.task() != null) {
      meetings.bringBack(new TaskId(visit.task()));
    }
  }

  private Stored open(LapseId lapse, long id) {
    var found = stored(lapse, id);
    if (!found.open()) {
      throw new Refused("team.refused.visit-over");
    }
    return found;
  }

  private Stored stored(LapseId lapse, long id) {
    return jdbc.sql(
            """
                select lapse_id as lapse, customer_id as customer, rep_id as rep, task_id as task,
                       done_at is null and cancelled_at is null as open, cancelled_at is not null as cancelled
                  from visit
                 where id = :id and lapse_id in (select parts_of(:lapse))
                   for update
                """)
        .param("id", id)
        .param("lapse", lapse.value())
        .query(Stored.class)
        .optional()
        .orElseThrow(() -> new NotFound("visit"));
  }

  private static @Nullable String text(String field, String value, int longest) {
    if (value.length() > longest) {
      throw Refused.field(field, "task.refused.too-long", longest, value.length());
    }
    return value.isBlank() ? null : value.strip();
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
