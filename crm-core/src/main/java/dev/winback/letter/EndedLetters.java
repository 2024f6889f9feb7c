package dev.winback.letter;

import dev.winback.customer.CustomerDeparted;
import dev.winback.customer.CustomerErased;
import dev.winback.shared.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends the letters to a customer whom nobody may contact any more. */
@Component
class EndedLetters {

  private static final String STOP = Sql.of(EndedLetters.class, "depart.sql");
  private static final String FORGET = Sql.of(EndedLetters.class, "forget.sql");

  private final JdbcClient jdbc;

  EndedLetters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventListener
  void stop(CustomerDeparted departed) {
    jdbc.sql(STOP).param("customer", departed.customer().value()).update();
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql(FORGET).param("customer", erased.customer().value()).update();
  }
}
