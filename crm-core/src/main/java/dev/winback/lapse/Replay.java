package dev.winback.lapse;

import dev.winback.customer.CustomerId;
import dev.winback.customer.CustomersMoved;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts the lapses of a customer together as if his facts and decisions had always been those of one
 * record: one after the other, each judged by the facts.
 */
@Component
class Replay {

  private static final String PARK = Sql.of(Replay.class, "merge-park.sql");
  private static final String NEXT = Sql.of(Replay.class, "merge-replay.sql");

  private final JdbcClient jdbc;
  private final Attribution attribution;
  private final TwiceLost twiceLost;
  private final BusinessClock clock;

  Replay(JdbcClient jdbc, Attribution attribution, TwiceLost twiceLost, BusinessClock clock) {
    this.jdbc = jdbc;
    this.attribution = attribution;
    this.twiceLost = twiceLost;
    this.clock = clock;
  }

  void park(Set<CustomerId> customers) {
    jdbc.sql(PARK)
        .param("customers", Sql.array(customers, CustomerId::value))
        .param("zone", clock.getZone().getId())
        .update();
  }

  /** Each waiting lapse takes its place until none waits; those of the anew are judged anew. */
  void replay(Set<CustomerId> customers, Set<CustomerId> anew, CustomersMoved moved) {
    while (next(customers) > 0) {
      attribution.attribute(customers);
      if (!anew.isEmpty()) {
        attribution.attribute(anew, true);
      }
      twiceLost.join(customers, moved.actor());
    }
    attribution.attribute(customers);
  }

  private int next(Set<CustomerId> customers) {
    return jdbc.sql(NEXT)
        .param("customers", Sql.array(customers, CustomerId::value))
        .param("zone", clock.getZone().getId())
        .query((row, n) -> row.getLong("id"))
        .list()
        .size();
  }
}
