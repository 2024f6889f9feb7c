package dev.winback.shop;

import dev.winback.customer.CustomerErased;
import dev.winback.shared.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deliveries of shops forget who was erased. */
@Component
class ErasedBuyers {

  private static final String FORGET = Sql.of(ErasedBuyers.class, "forget-person.sql");

  private final JdbcClient jdbc;

  ErasedBuyers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Before a record that was merged into his is wiped: he is found by what stands in it. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void forget(CustomerErased erased) {
    jdbc.sql(FORGET).param("customer", erased.customer().value()).update();
  }
}
