package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Letters a day: a cap over all rungs, one for each rung, and the plan by which a new sending
 * domain is made known (200, then twice as many each day). What is beyond waits until tomorrow.
 */
@Component
class Quotas {

  private static final String LEFT = Sql.of(Quotas.class, "quotas-left.sql");
  private static final String SPENT = Sql.of(Quotas.class, "quotas-spent.sql");
  private static final String HOLD = Sql.of(Quotas.class, "quotas-hold.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  Quotas(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** At most the batch; when nothing is left over, what waits is held, some hundred at a time. */
  int left(int batch) {
    if (!capped()) {
      return batch;
    }
    lock();
    long left =
        day(jdbc.sql(LEFT))
            .param("today", clock.today())
            .query(Long.class)
            .optional()
            .orElse((long) batch);
    if (left <= 0) {
      jdbc.sql(SPENT).param("tomorrow", tomorrow()).update();
      return 0;
    }
    return (int) Math.min(batch, left);
  }

  /** Two nodes do not take one letter's place. */
  private void lock() {
    jdbc.sql("select from sending for update").query((row, n) -> n).list();
  }

  /** Those of these letters that are beyond the cap of their rung. */
  void hold(Long[] letters) {
    if (capped()) {
      day(jdbc.sql(HOLD)).param("ids", letters).param("tomorrow", tomorrow()).update();
    }
  }

  private boolean capped() {
    return jdbc.sql(
            """
            select daily_cap is not null or warm_since is not null or exists (select from rung where daily_cap is not null)
              from sending
            """)
        .query(Boolean.class)
        .single();
  }

  private StatementSpec day(StatementSpec statement) {
    return statement.param("day_start", start(clock.today()));
  }

  private OffsetDateTime tomorrow() {
    return start(clock.today().plusDays(1));
  }

  private OffsetDateTime start(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
  }
}
