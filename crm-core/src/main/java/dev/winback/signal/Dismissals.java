package dev.winback.signal;

import dev.winback.customer.CustomerErased;
import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signals of one customer that people found no reason to worry. Whether the member may see the
 * customer is asked above, where lapses are known.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Dismissals {

  private final JdbcClient jdbc;
  private final Signals signals;
  private final BusinessClock clock;
  private final Audit audit;

  Dismissals(JdbcClient jdbc, Signals signals, BusinessClock clock, Audit audit) {
    this.jdbc = jdbc;
    this.signals = signals;
    this.clock = clock;
    this.audit = audit;
  }

  /** The signal as it stands is no reason to worry; one that begins anew is shown again. */
  public void dismiss(CustomerId customer, SignalKind kind, String why, Actor actor) {
    actor.require(Permission.DECIDE);
    int dismissed =
        jdbc.sql(
                """
                insert into signal_dismissal (customer_id, kind, since, why, member_id, at)
                select customer_id, kind, since, :why, :member, :now from signal
                where customer_id = :customer and kind = :kind and lost_from is null
                """)
            .param("customer", customer.value())
            .param("kind", kind.code())
            .param("why", why)
            .param("member", actor.member())
            .param("now", clock.utc())
            .update();
    if (dismissed == 0 || !kind.folded()) {
      throw new Refused("refused.signal.dismiss");
    }
    audit.note(
        actor, "signal-dismissed", "customer", customer.value(), Map.of("kind", kind.code()));
    fold(customer);
  }

  /** The signal is shown again. */
  public void recall(CustomerId customer, SignalKind kind, Actor actor) {
    actor.require(Permission.DECIDE);
    jdbc.sql(
            """
            update signal_dismissal set undone_at = :now
            where customer_id = :customer and kind = :kind and undone_at is null
            """)
        .param("customer", customer.value())
        .param("kind", kind.code())
        .param("now", clock.utc())
        .update();
    audit.note(actor, "signal-recalled", "customer", customer.value(), Map.of("kind", kind.code()));
    fold(customer);
  }

  /** Signals that were found no reason to worry, the newest first. */
  @Transactional(readOnly = true)
  public List<DismissedSignal> of(CustomerId customer) {
    return jdbc.sql(
            """
            select distinct on (d.kind) d.kind, d.since, d.why, m.name as member, d.at
            from signal_dismissal d join member m on m.id = d.member_id
            where d.customer_id = :customer and d.undone_at is null
            order by d.kind, d.id desc
            """)
        .param("customer", customer.value())
        .query(DismissedSignal.class)
        .list();
  }

  private void fold(CustomerId customer) {
    signals.foldCustomers(Set.of(customer), signals.asOf());
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql("update signal_dismissal set why = '' where customer_id = :customer")
        .param("customer", erased.customer().value())
        .update();
  }
}
