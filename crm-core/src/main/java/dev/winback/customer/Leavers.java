package dev.winback.customer;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Persons of whom a contact said that they have left, while their firm goes on (UND-24). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Leavers {

  private static final String LEFT = Sql.of(Leavers.class, "leaver.sql");
  private static final String BACK = Sql.of(Leavers.class, "leavers-back.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  Leavers(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** This contact says that the one with whom we dealt is not there any more. */
  public void left(CustomerId customer, long contact) {
    jdbc.sql(LEFT)
        .param("customer", customer.value())
        .param("contact", contact)
        .param("zone", clock.getZone().getId())
        .update();
  }

  /** Whose contact says so no longer is there again. */
  public void back(Collection<CustomerId> customers) {
    jdbc.sql(BACK).param("customers", Sql.array(customers, CustomerId::value)).update();
  }
}
