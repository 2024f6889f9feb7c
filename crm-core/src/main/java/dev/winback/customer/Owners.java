package dev.winback.customer;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.staff.MemberId;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives customers to other owners as part of a handover, each with what it was, so that it can be
 * given back. Who may hand over is asked above, where losses are known.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Owners {

  private static final String SHARE = Sql.of(Owners.class, "owners-share.sql");
  private static final String GIVE = Sql.of(Owners.class, "owners-give.sql");
  private static final String GIVE_BACK = Sql.of(Owners.class, "owners-give-back.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  Owners(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** All customers of who leaves: to the heir, or without one shared among the reps. */
  public int share(long handover, MemberId leaver, @Nullable MemberId heir) {
    return with(SHARE, handover)
        .param("leaver", leaver.value())
        .param("heir", heir == null ? null : heir.value())
        .param("day", clock.today())
        .update();
  }

  /** These to one owner; who has them already is left out. */
  public int give(long handover, Collection<CustomerId> customers, MemberId to) {
    return with(GIVE, handover)
        .param("customers", customers.stream().map(CustomerId::value).toArray(Long[]::new))
        .param("to", to.value())
        .param("day", clock.today())
        .update();
  }

  /** Back to who had them, where nobody else has got them since. */
  public int giveBack(long handover) {
    return with(GIVE_BACK, handover).update();
  }

  private JdbcClient.StatementSpec with(String sql, long handover) {
    return jdbc.sql(sql).param("handover", handover);
  }
}
