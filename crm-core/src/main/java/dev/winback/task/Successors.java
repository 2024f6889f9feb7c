package dev.winback.task;

import dev.winback.customer.PersonEntered;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A firm whose person has left is called again as soon as somebody else is known (UND-24). */
@Component
class Successors {

  private static final String FOUND = Sql.of(Successors.class, "successor-found.sql");

  private final JdbcClient jdbc;
  private final WorkRules rules;
  private final BusinessClock clock;

  Successors(JdbcClient jdbc, WorkRules rules, BusinessClock clock) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.clock = clock;
  }

  @EventListener
  void call(PersonEntered entered) {
    call(entered.customer().value(), rules.days().onOrAfter(clock.today()));
  }

  /** Those whom a file has brought. */
  int call(LocalDate day) {
    return call(null, day);
  }

  private int call(@Nullable Long customer, LocalDate day) {
    var whose = customer == null ? "true" : "t.customer_id = " + customer;
    return jdbc.sql(FOUND.replace("/*whose*/", whose))
        .param("day", day)
        .param("now", clock.utc())
        .update();
  }
}
