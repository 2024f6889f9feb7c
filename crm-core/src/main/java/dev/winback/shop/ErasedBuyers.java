package dev.winback.shop;

import dev.winback.customer.CustomerErased;
import dev.winback.shared.Sql;
import org.springframework.context.event.EventListener;
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

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql(FORGET).param("customer", erased.customer().value()).update();
  }
}
