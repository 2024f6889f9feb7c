package dev.winback.customer;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person is erased with all the records that were merged into his. */
@Component
class ErasedMerges {

  private static final String FORGET = Sql.of(ErasedMerges.class, "forget-merged.sql");

  private final JdbcClient jdbc;
  private final Suppressions suppressions;
  private final BusinessClock clock;

  ErasedMerges(JdbcClient jdbc, Suppressions suppressions, BusinessClock clock) {
    this.jdbc = jdbc;
    this.suppressions = suppressions;
    this.clock = clock;
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql("select email from customer where merged_into = :customer and trim(email) <> ''")
        .param("customer", erased.customer().value())
        .query(String.class)
        .list()
        .forEach(email -> suppressions.stop(email, Suppressions.Reason.ERASED, null));
    jdbc.sql(FORGET)
        .param("customer", erased.customer().value())
        .param("now", clock.utc())
        .param("until", Erasure.until(clock))
        .query(String.class)
        .list();
  }
}
