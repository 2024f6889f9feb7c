package dev.winback.lapse;

import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of customers who returned (RET-04, RET-05): former volume restored, then a year
 * without remarks.
 */
@Service
@Transactional
public class Milestones {

  private static final String TURNOVER = Sql.of(Milestones.class, "turnover.sql");
  private static final String SECOND_LIFE = Sql.of(Milestones.class, "second-life.sql");
  private static final String MILESTONES = Sql.of(Milestones.class, "milestones.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final String currency;

  Milestones(JdbcClient jdbc, BusinessClock clock, Settings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    currency = settings.currency().getCurrencyCode();
  }

  /** Brings volumes and stages of all who returned into line with the facts; the rows written. */
  public int settle(LocalDate day) {
    jdbc.sql(TURNOVER).param("zone", clock.getZone().getId()).param("currency", currency).update();
    return settle((String) null, day);
  }

  /** The same of some customers, whose records were merged or taken apart. */
  public int settle(Set<CustomerId> customers, LocalDate day) {
    return settle(Sql.array(customers, CustomerId::value), day);
  }

  private int settle(@Nullable String customers, LocalDate day) {
    int lives = sweep(SECOND_LIFE, customers, day).param("currency", currency).update();
    return lives + sweep(MILESTONES, customers, day).param("now", clock.utc()).update();
  }

  private JdbcClient.StatementSpec sweep(String sql, @Nullable String customers, LocalDate day) {
    var whose = customers == null ? "true" : "l.customer_id = any (cast(:ids as bigint[]))";
    return jdbc.sql(sql.replace("/*whose*/", whose))
        .param("ids", customers)
        .param("day", day)
        .param("zone", clock.getZone().getId());
  }
}
