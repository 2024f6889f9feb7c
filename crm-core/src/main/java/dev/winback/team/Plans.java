package dev.winback.team;

import dev.winback.customer.CustomerErased;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberId;
import dev.winback.staff.MemberRow;
import dev.winback.staff.Permission;
import dev.winback.staff.Staff;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The written plan of each loss: what, who, until when, done (DEC-35). */
@Service
@Transactional
public class Plans {

  private static final int LONGEST = 500;

  /** Steps of losses that were merged into this one are its own. */
  private static final String OF_LAPSE = " lapse_id in (select parts_of(:lapse))";

  private static final String DONE =
      """
      update plan_step
         set done_at = case when :yes then coalesce(done_at, :now) end,
             done_by = case when :yes then coalesce(done_by, :by) end
       where id = :step and removed_at is null and """
          + OF_LAPSE;
  private static final String REMOVE =
      """
      update plan_step set removed_at = case when :yes then :now::timestamptz end
       where id = :step and """
          + OF_LAPSE;

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

  /** Adds a step; a day that is over is no plan. */
  public long add(LapseId lapse, String what, String login, LocalDate due, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    var customer = lapses.requireVisible(lapse, actor);
    requireText(what);
    if (due.isBefore(clock.today(actor.zone()))) {
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
        .param("now", clock.utc())
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

  /** Done, or not done after all; whose step it is may say so whoever has the customer. */
  public void done(LapseId lapse, long step, boolean done, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    if (!isHis(lapse, step, actor)) {
      lapses.requireVisible(lapse, actor);
    }
    changed(DONE, lapse, step, done, actor);
  }

  /** Takes a step out of the plan, or puts it back. */
  public void remove(LapseId lapse, long step, boolean remove, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    lapses.requireVisible(lapse, actor);
    changed(REMOVE, lapse, step, remove, actor);
  }

  private boolean isHis(LapseId lapse, long step, Actor actor) {
    return jdbc.sql(
            "select exists (select from plan_step where id = :step and member_id = :me and "
                + OF_LAPSE
                + ")")
        .param("step", step)
        .param("lapse", lapse.value())
        .param("me", actor.member())
        .query(Boolean.class)
        .single();
  }

  private void changed(String how, LapseId lapse, long step, boolean yes, Actor actor) {
    int written =
        jdbc.sql(how)
            .param("yes", yes)
            .param("by", actor.member())
            .param("now", clock.utc())
            .param("step", step)
            .param("lapse", lapse.value())
            .update();
    if (written == 0) {
      throw new NotFound("step");
    }
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql("update plan_step set what = null where customer_id = :customer")
        .param("customer", erased.customer().value())
        .update();
  }
}
