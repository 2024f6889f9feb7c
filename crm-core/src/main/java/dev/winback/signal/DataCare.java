package dev.winback.signal;

import dev.winback.customer.CustomerErased;
import dev.winback.customer.CustomerId;
import dev.winback.customer.CustomersMoved;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Pieces;
import dev.winback.shared.Slices;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
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

  private static final String LAST = "select coalesce(max(id), 0) from customer";

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Slices slices;

  DataCare(JdbcClient jdbc, BusinessClock clock, Slices slices) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.slices = slices;
  }

  /** Slice by slice with a commit after each; the number of flags set, changed or taken away. */
  long lookAtAll(LocalDate day) {
    long last = jdbc.sql(LAST).query(Long.class).single();
    return slices.each(last, (from, until) -> flag(Map.of("from", from, "until", until), day));
  }

  long look(Set<CustomerId> customers, LocalDate day) {
    return flag(Map.of("ids", Sql.array(customers, CustomerId::value)), day);
  }

  private long flag(Map<String, Object> some, LocalDate day) {
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
