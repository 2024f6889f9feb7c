package dev.winback.signal;

import dev.winback.customer.CustomerErased;
import dev.winback.customer.CustomerId;
import dev.winback.customer.CustomersMoved;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Flags contact data that are probably of no use any more (DET-24), and takes the flag away. */
@Component
class DataCare {

  /** Days for which data count as confirmed. */
  private static final int CONFIRMED = 365;

  private static final String STALE = Sql.of(DataCare.class, "stale-contact.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  DataCare(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Null for everybody; the number of flags set, changed or taken away. */
  long look(@Nullable Set<CustomerId> customers, LocalDate day) {
    var some =
        customers == null
            ? Map.<String, Object>of()
            : Map.of("ids", Sql.array(customers, CustomerId::value));
    return jdbc.sql(Pieces.asked(STALE, some))
        .params(some)
        .param("day", day)
        .param("days", CONFIRMED)
        .param("zone", clock.getZone().getId())
        .query(Long.class)
        .single();
  }

  /** A merged record has no data of its own; taken apart, it has them again. */
  @EventListener
  @Order(CustomersMoved.STAGES + 1)
  void look(CustomersMoved moved) {
    look(moved.customers(), clock.today());
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql("delete from signal where kind = 'stale-contact' and customer_id = :customer")
        .param("customer", erased.customer().value())
        .update();
  }
}
