package dev.winback.importing;

import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people want of a run: that it stops, that it is taken back. */
@Component
class Stops {

  private static final String CANCEL = Sql.of(Stops.class, "cancel.sql");
  private static final String TAKE_BACK = Sql.of(Stops.class, "take-back.sql");

  private final JdbcClient jdbc;
  private final Node node;

  Stops(JdbcClient jdbc, Node node) {
    this.jdbc = jdbc;
    this.node = node;
  }

  /** Once more changes nothing; what is over cannot be stopped. */
  void cancel(ImportRun run, Actor actor) {
    int asked = jdbc.sql(CANCEL).param("id", run.id()).param("member", actor.member()).update();
    if (asked == 0 && run.state() != ImportRun.State.CANCELLED) {
      throw new Refused("refused.import-ended");
    }
  }

  /** True when it has to be begun. */
  boolean takeBack(ImportRun run, Actor actor) {
    int begun =
        jdbc.sql(TAKE_BACK)
            .param("id", run.id())
            .param("node", node.name())
            .param("member", actor.member())
            .update();
    if (begun == 0 && run.state() != ImportRun.State.TAKEN_BACK && !run.goingBack()) {
      throw new Refused(run.running() ? "refused.import-running" : "refused.import-not-stored");
    }
    return begun == 1;
  }
}
