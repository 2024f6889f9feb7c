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
  private static final String TWICE = Sql.of(Replay.class, "twice-lost.sql");

  private final JdbcClient jdbc;
  private final Attribution attribution;
  private final BusinessClock clock;

  Replay(JdbcClient jdbc, Attribution attribution, BusinessClock clock) {
    this.jdbc = jdbc;
    this.attribution = attribution;
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
      attribution.attribute(customers, false);
      if (!anew.isEmpty()) {
        attribution.attribute(anew, true);
      }
      twice(customers, moved);
    }
    attribution.attribute(customers, false);
  }

  private int next(Set<CustomerId> customers) {
    return jdbc.sql(NEXT)
        .param("customers", Sql.array(customers, CustomerId::value))
        .param("zone", clock.getZone().getId())
        .query((row, n) -> row.getLong("id"))
        .list()
        .size();
  }

  private void twice(Set<CustomerId> customers, CustomersMoved moved) {
    jdbc.sql(TWICE)
        .param("customers", Sql.array(customers, CustomerId::value))
        .param("member", moved.actor().member())
        .param("undone", "parted")
        .param("now", clock.utc())
        .query((row, n) -> row.getLong("id"))
        .list();
  }
}
