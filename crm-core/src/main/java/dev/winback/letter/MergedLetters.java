package dev.winback.letter;

import dev.winback.customer.CustomersMoved;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Judges waiting letters anew when two records become one customer: no rung reaches him twice (I2).
 */
@Component
class MergedLetters {

  private static final String LAPSES = Sql.of(MergedLetters.class, "merged-lapses.sql");

  private final JdbcClient jdbc;
  private final LetterPlanning planning;
  private final BusinessClock clock;

  MergedLetters(JdbcClient jdbc, LetterPlanning planning, BusinessClock clock) {
    this.jdbc = jdbc;
    this.planning = planning;
    this.clock = clock;
  }

  @EventListener
  @Order(CustomersMoved.LETTERS)
  void judge(CustomersMoved moved) {
    var lapses =
        jdbc.sql(LAPSES)
            .param("customers", moved.customerKeys())
            .param("apart", moved.apart())
            .query(Long.class)
            .list();
    planning.revise(clock.today(), lapses);
  }
}
