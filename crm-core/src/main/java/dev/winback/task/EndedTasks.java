package dev.winback.task;

import dev.winback.customer.CustomerDeparted;
import dev.winback.customer.CustomerErased;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends all work on a customer whom nobody may contact any more, thank-yous included. */
@Component
class EndedTasks {

  private static final String FORGET = Sql.of(EndedTasks.class, "forget.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  EndedTasks(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @EventListener
  void cancel(CustomerDeparted departed) {
    jdbc.sql(
            """
            update task set state = 'cancelled', closed_at = :now, version = version + 1
             where customer_id = :customer and state = 'open'
            """)
        .param("customer", departed.customer().value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  @EventListener
  void forget(CustomerErased erased) {
    // what is being typed on a card comes before, and is forgotten, or after, and is not kept
    jdbc.sql("select from task where customer_id = :customer order by id for update")
        .param("customer", erased.customer().value())
        .query((row, n) -> n)
        .list();
    jdbc.sql(FORGET).param("customer", erased.customer().value()).update();
  }
}
