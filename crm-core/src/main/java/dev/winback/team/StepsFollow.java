package dev.winback.team;

import dev.winback.lapse.HandoverUndone;
import dev.winback.lapse.MemberReplaced;
import dev.winback.shared.Sql;
import dev.winback.staff.MemberId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans and visits of who left: a written step has somebody to do it in the same hour. */
@Component
class StepsFollow {

  private static final String SUCCEED = Sql.of(StepsFollow.class, "steps-succeed.sql");
  private static final String GIVE_BACK = Sql.of(StepsFollow.class, "steps-back.sql");

  private final JdbcClient jdbc;

  StepsFollow(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventListener
  void succeed(MemberReplaced replaced) {
    var keeper = replaced.keeper();
    jdbc.sql(SUCCEED)
        .param("handover", replaced.handover())
        .param("leaver", replaced.leaver().value())
        .param("keeper", keeper == null ? null : keeper.value())
        .update();
    if (keeper != null) {
      lead(replaced.leaver(), keeper);
    }
  }

  /** Visits that the leaver was to lead; the rep's side goes with the loss. */
  private void lead(MemberId leaver, MemberId keeper) {
    jdbc.sql(
            """
            update visit set manager_id = :keeper
             where manager_id = :leaver and done_at is null and cancelled_at is null
            """)
        .param("leaver", leaver.value())
        .param("keeper", keeper.value())
        .update();
  }

  @EventListener
  void giveBack(HandoverUndone undone) {
    jdbc.sql(GIVE_BACK).param("handover", undone.handover()).update();
  }
}
