package dev.winback.task;

import dev.winback.lapse.Handovers;
import dev.winback.lapse.Moving;
import dev.winback.staff.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who moved goes to the branch of his region in the call that says so, and back with it. */
@Component
class MovedCustomers {

  private final Handovers handovers;
  private final JdbcClient jdbc;

  MovedCustomers(Handovers handovers, JdbcClient jdbc) {
    this.handovers = handovers;
    this.jdbc = jdbc;
  }

  Moving hand(Task task, CallLog log, long call, Actor actor) {
    var moving = handovers.moveBy(task.lapse(), log.region(), actor);
    jdbc.sql("update call set handover_id = :handover where id = :call")
        .param("handover", moving.handover())
        .param("call", call)
        .update();
    return moving;
  }

  void undo(long call, Actor actor) {
    // a manager may have taken it back before
    jdbc.sql(
            """
            select h.id from call k join handover h on h.id = k.handover_id and h.undone_at is null
             where k.id = :call
            """)
        .param("call", call)
        .query(Long.class)
        .optional()
        .ifPresent(handover -> handovers.undo(handover, actor));
  }
}
