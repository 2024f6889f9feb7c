package dev.winback.referral;

import dev.winback.customer.CustomerErased;
import dev.winback.customer.Intake;
import dev.winback.customer.Intakes;
import dev.winback.shared.Sql;
import dev.winback.shared.Tally;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom customers brought (UND-20). */
@Service
@Transactional
public class Referrals {

  private static final String FORGET = Sql.of(Referrals.class, "forget.sql");

  private final JdbcClient jdbc;
  private final Intake<Referral> intake;

  Referrals(JdbcClient jdbc, Intakes intakes, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    intake =
        intakes.of(
            ReferralTable.table(),
            customers -> events.publishEvent(new ReferralsRecorded(customers)));
  }

  /** Stores what is new and corrects what differs, by source and own id, all or nothing. */
  public Tally record(List<Referral> referrals) {
    return intake.record(referrals);
  }

  /** For imports, which work in steps. */
  public Intake<Referral> intake() {
    return intake;
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql(FORGET).param("customer", erased.customer().value()).update();
  }
}
