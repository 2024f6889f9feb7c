package dev.winback.task;

import dev.winback.customer.CustomerDeparted;
import dev.winback.customer.CustomerErased;
import dev.winback.customer.CustomerWelcomed;
import dev.winback.customer.NonClients;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends all work on a customer whom nobody may contact any more, thank-yous included. */
@Component
class EndedTasks {

  private static final String BACK = Sql.of(EndedTasks.class, "welcome.sql");
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
            update task set state = 'cancelled', closed_at = :now, ended_with_customer = :ours, version = version + 1
             where customer_id = :customer and state = 'open'
            """)
        .param("customer", departed.customer().value())
        .param("ours", NonClients.STATUS.equals(departed.status()))
        .param("now", clock.utc())
        .update();
  }

  /** Of his open loss they come back with the loss; thanks and far contacts have none. */
  @EventListener
  void resume(CustomerWelcomed welcomed) {
    jdbc.sql(BACK).param("customer", welcomed.customer().value()).update();
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
