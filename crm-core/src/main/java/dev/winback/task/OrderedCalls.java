package dev.winback.task;

import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls that a manager orders for a day, with what they are for. */
@Service
@Transactional
public class OrderedCalls {

  private static final int LONGEST_AIM = 500;
  private static final int FURTHEST = 3;
  private static final String ORDER = Planning.callable("order-call.sql");
  private static final String BACK = Sql.of(OrderedCalls.class, "order-back.sql");

  private final JdbcClient jdbc;
  private final Lapses lapses;
  private final Audit audit;
  private final BusinessClock clock;

  OrderedCalls(JdbcClient jdbc, Lapses lapses, Audit audit, BusinessClock clock) {
    this.jdbc = jdbc;
    this.lapses = lapses;
    this.audit = audit;
    this.clock = clock;
  }

  /** By a job, to which it belongs; refused where the night would plan no call either. */
  public void order(LapseId lapse, @Nullable LocalDate day, String aim, long job, Actor actor) {
    actor.require(Permission.DECIDE);
    lapses.requireVisible(lapse, actor);
    requireWords(day, aim, actor);
    if (ordered(lapse, day, aim.strip(), job) == 0) {
      throw new Refused("task.refused.order");
    }
    audit.note(actor, "call.ordered", "lapse", lapse.value(), Map.of("day", String.valueOf(day)));
  }

  /** What an order needs to say, whomever it is for. */
  public void requireWords(@Nullable LocalDate day, String aim, Actor actor) {
    var today = clock.today(actor.zone());
    if (day == null || day.isBefore(today) || day.isAfter(today.plusYears(FURTHEST))) {
      throw Refused.field("until", "task.refused.order.day", FURTHEST);
    }
    if (aim.isBlank()) {
      throw Refused.field("reason", "task.refused.aim");
    }
    if (aim.length() > LONGEST_AIM) {
      throw Refused.field("reason", "task.refused.too-long", LONGEST_AIM, aim.length());
    }
  }

  private int ordered(LapseId lapse, @Nullable LocalDate day, String aim, long job) {
    return jdbc.sql(ORDER)
        .param("lapse", lapse.value())
        .param("day", day)
        .param("aim", aim)
        .param("job", job)
        .param("zone", clock.getZone().getId())
        .param("moment", clock.utc())
        .query(Integer.class)
        .single();
  }

  /** The call is as it was before this job; refused when it has moved on since. */
  public void takeBack(LapseId lapse, long job, Actor actor) {
    actor.require(Permission.DECIDE);
    lapses.requireVisible(lapse, actor);
    int back =
        jdbc.sql(BACK)
            .param("lapse", lapse.value())
            .param("job", job)
            .param("now", clock.utc())
            .update();
    if (back == 0) {
      throw new Refused("task.refused.order.moved");
    }
    audit.note(actor, "call.order-taken-back", "lapse", lapse.value(), Map.of());
  }
}
