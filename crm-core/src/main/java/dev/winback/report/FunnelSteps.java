package dev.winback.report;

import dev.winback.shared.Slices;
import dev.winback.shared.Sql;
import dev.winback.shared.Statistics;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How far each loss came, rolled up by the night for {@link Funnels}. */
@Service
public class FunnelSteps {

  static final String COUNTED = Sql.of(FunnelSteps.class, "funnel-counted.sql");

  private static final String FAR = Sql.of(FunnelSteps.class, "funnel-far.sql");
  private static final String DAYS =
      Sql.of(FunnelSteps.class, "funnel-days.sql").replace("/*counted*/", COUNTED);

  private final JdbcClient jdbc;
  private final Slices slices;
  private final Statistics statistics;

  FunnelSteps(JdbcClient jdbc, Slices slices, Statistics statistics) {
    this.jdbc = jdbc;
    this.slices = slices;
    this.statistics = statistics;
  }

  /** As things stand; the rows that changed. */
  public long settle(LocalDate day) {
    return slices.once(this::far) + slices.once(this::days);
  }

  /** The names join what was written: after a first night nothing is known of it yet. */
  private long far() {
    long changed = jdbc.sql(FAR).query(Long.class).single();
    statistics.renew("lapse_far");
    return changed;
  }

  private long days() {
    return jdbc.sql(DAYS).query(Long.class).single();
  }
}
