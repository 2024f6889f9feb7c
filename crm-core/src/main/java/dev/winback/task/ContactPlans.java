package dev.winback.task;

import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How many contacts a loss gets (CAL-02): planned from the start, kept, changed only upwards. */
@Service
@Transactional
public class ContactPlans {

  private static final int MOST = 60;
  private static final String READ = Sql.of(ContactPlans.class, "contact-plan.sql");

  private final JdbcClient jdbc;
  private final Lapses lapses;
  private final BusinessClock clock;

  ContactPlans(JdbcClient jdbc, Lapses lapses, BusinessClock clock) {
    this.jdbc = jdbc;
    this.lapses = lapses;
    this.clock = clock;
  }

  /** The plan of a loss; not found when the member may not see it. */
  @Transactional(readOnly = true)
  public ContactPlan of(LapseId lapse, Actor actor) {
    lapses.requireVisible(lapse, actor);
    return of(lapse);
  }

  /** More contacts than planned; the same number again changes nothing, fewer are refused. */
  public ContactPlan raise(LapseId lapse, int planned, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    lapses.requireVisible(lapse, actor);
    var before = of(lapse);
    if (planned < before.planned() || planned > MOST) {
      throw Refused.field("planned", "contact.refused.planned", before.planned(), MOST, planned);
    }
    write(lapse, planned, actor);
    return of(lapse);
  }

  private void write(LapseId lapse, int planned, Actor actor) {
    jdbc.sql(
            """
            insert into contact_plan (lapse_id, planned, raised_by, raised_at) values (:lapse, :planned, :member, :now)
            on conflict (lapse_id) do update
              set planned = excluded.planned, raised_by = excluded.raised_by, raised_at = excluded.raised_at
              where contact_plan.planned < excluded.planned
            """)
        .param("lapse", lapse.value())
        .param("planned", planned)
        .param("member", actor.member())
        .param("now", clock.utc())
        .update();
  }

  /** The first call fixes what was planned: a class that falls later takes no contact away. */
  @Transactional(propagation = Propagation.MANDATORY)
  void fix(LapseId lapse, long call) {
    jdbc.sql(
            """
            insert into contact_plan (lapse_id, planned, call_id) values (:lapse, planned_contacts(:lapse), :call)
            on conflict (lapse_id) do nothing
            """)
        .param("lapse", lapse.value())
        .param("call", call)
        .update();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void unfix(long call) {
    jdbc.sql("delete from contact_plan where call_id = :call and raised_by is null")
        .param("call", call)
        .update();
  }

  ContactPlan of(LapseId lapse) {
    return jdbc.sql(READ).param("lapse", lapse.value()).query(ContactPlan.class).single();
  }
}
