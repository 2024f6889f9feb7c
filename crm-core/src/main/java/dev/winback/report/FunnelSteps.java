package dev.winback.report;

import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** How far each loss came, rolled up by the night for {@link Funnels}. */
@Service
public class FunnelSteps {

  static final String COUNTED = Sql.of(FunnelSteps.class, "funnel-counted.sql");

  private static final String FAR = Sql.of(FunnelSteps.class, "funnel-far.sql");
  private static final String DAYS =
      Sql.of(FunnelSteps.class, "funnel-days.sql").replace("/*counted*/", COUNTED);

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  FunnelSteps(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** As things stand; the rows that changed. */
  public long settle(LocalDate day) {
    return inTransaction(this::far) + inTransaction(this::days);
  }

  private long inTransaction(LongSupplier work) {
    return Objects.requireNonNull(transaction.execute(status -> work.getAsLong()));
  }

  /** The names join what was written: after a first night nothing is known of it yet. */
  private long far() {
    long changed = jdbc.sql(FAR).query(Long.class).single();
    jdbc.sql("analyze lapse_far").update();
    return changed;
  }

  private long days() {
    return jdbc.sql(DAYS).query(Long.class).single();
  }
}
