package dev.winback.task;

import dev.winback.lapse.HandoverUndone;
import dev.winback.lapse.MemberReplaced;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open tasks and checks of who left: a promise has somebody to keep it in the same hour. */
@Component
class Succession {

  private static final String SUCCEED = Sql.of(Succession.class, "succeed.sql");
  private static final String CHECKS = Sql.of(Succession.class, "care-follow.sql");
  private static final String GIVE_BACK = Sql.of(Succession.class, "succeed-back.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  Succession(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @EventListener
  void succeed(MemberReplaced replaced) {
    var keeper = replaced.keeper();
    jdbc.sql(SUCCEED)
        .param("handover", replaced.handover())
        .param("leaver", replaced.leaver().value())
        .param("keeper", keeper == null ? null : keeper.value())
        .param("now", clock.utc())
        .update();
    checks(replaced.handover());
  }

  /** Checks of contact data go with the customer. */
  private void checks(long handover) {
    jdbc.sql(CHECKS).param("handover", handover).update();
  }

  @EventListener
  void giveBack(HandoverUndone undone) {
    jdbc.sql(GIVE_BACK).param("handover", undone.handover()).update();
    checks(undone.handover());
  }
}
