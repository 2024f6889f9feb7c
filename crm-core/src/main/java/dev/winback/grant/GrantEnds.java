package dev.winback.grant;

import dev.winback.customer.CustomerErased;
import dev.winback.lapse.LapsesClosed;
import dev.winback.lapse.LapsesReopened;
import dev.winback.shared.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What ends with a loss, and comes back with it. */
@Component
class GrantEnds {

  private static final String FORGET = Sql.of(GrantEnds.class, "forget.sql");

  private final JdbcClient jdbc;
  private final GrantFacts facts;

  GrantEnds(JdbcClient jdbc, GrantFacts facts) {
    this.jdbc = jdbc;
    this.facts = facts;
  }

  @EventListener
  void on(LapsesClosed closed) {
    facts.settleCoupons(closed.lapses());
  }

  @EventListener
  void on(LapsesReopened reopened) {
    facts.settleCoupons(reopened.lapses());
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql(FORGET).param("customer", erased.customer().value()).update();
  }
}
