package dev.winback.report;

import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The bands of the loss rate as the firm has set them; they are of no trade and of no law. */
@Service
@Transactional
public class LossBandSettings {

  private final JdbcClient jdbc;
  private final Audit audit;

  LossBandSettings(JdbcClient jdbc, Audit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  public LossBands bands() {
    return jdbc.sql("select normal, watch, act, strategy from loss_band")
        .query(LossBands.class)
        .single();
  }

  /** What was before, for an undo; refused where a band does not begin above the one before it. */
  public LossBands change(LossBands to, Actor actor) {
    actor.require(Permission.SET_LIMITS);
    var before = bands();
    jdbc.sql(
            "update loss_band set normal = :normal, watch = :watch, act = :act, strategy = :strategy")
        .paramSource(to.checked())
        .update();
    audit.note(actor, "loss-bands-changed", "loss_band", 1, to);
    return before;
  }
}
