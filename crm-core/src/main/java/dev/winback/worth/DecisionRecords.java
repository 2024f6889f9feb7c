package dev.winback.worth;

import dev.winback.customer.CustomerErased;
import dev.winback.lapse.DecisionUndone;
import dev.winback.lapse.LapseDecided;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Each decision about a loss with the figures by which it was taken (DEC-16). */
@Service
@Transactional
public class DecisionRecords {

  private static final String KEEP = Sql.of(DecisionRecords.class, "decided.sql");
  private static final String ROWS = Sql.of(DecisionRecords.class, "decisions.sql");

  private final JdbcClient jdbc;
  private final Lapses lapses;
  private final Signals signals;
  private final BusinessClock clock;

  DecisionRecords(JdbcClient jdbc, Lapses lapses, Signals signals, BusinessClock clock) {
    this.jdbc = jdbc;
    this.lapses = lapses;
    this.signals = signals;
    this.clock = clock;
  }

  /** The newest first; who may not read notes sees no reasons in words. */
  @Transactional(readOnly = true)
  public List<DecisionRow> of(LapseId lapse, Actor actor) {
    lapses.requireVisible(lapse, actor);
    return jdbc.sql(ROWS)
        .param("lapse", lapse.value())
        .param("notes", actor.may(Permission.READ_CALL_NOTES))
        .query(DecisionRow.class)
        .list();
  }

  @EventListener
  void keep(LapseDecided decided) {
    jdbc.sql(KEEP)
        .param("lapse", decided.lapse().value())
        .param("decision", decided.decision().name())
        .param("reason", decided.reason().isBlank() ? null : decided.reason())
        .param("day", signals.asOf())
        .param("member", decided.actor().member())
        .param("now", now())
        .update();
  }

  @EventListener
  void mark(DecisionUndone undone) {
    jdbc.sql(
            """
            update decision_record set undone_at = :now
             where id = (select max(id) from decision_record where lapse_id = :lapse and undone_at is null)
            """)
        .param("now", now())
        .param("lapse", undone.lapse().value())
        .update();
  }

  private OffsetDateTime now() {
    return clock.utc();
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql("update decision_record set reason = null where customer_id = :customer")
        .param("customer", erased.customer().value())
        .update();
  }
}
