package dev.winback.romi;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.shared.Slices;
import dev.winback.shared.Sql;
import dev.winback.shared.Statistics;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What returns brought and cost, case by case, rolled up by the night for {@link RomiReport}. */
@Service
public class RomiCases {

  private static final String CASES = Sql.of(RomiCases.class, "case-slice.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Slices slices;
  private final Statistics statistics;
  private final String currency;

  RomiCases(
      JdbcClient jdbc,
      BusinessClock clock,
      Slices slices,
      Statistics statistics,
      Settings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.slices = slices;
    this.statistics = statistics;
    currency = settings.currency().getCurrencyCode();
  }

  /** Slice by slice with a commit after each; the rows that changed. */
  public long settle(LocalDate day) {
    long last = jdbc.sql("select coalesce(max(id), 0) from lapse").query(Long.class).single();
    long changed = slices.each(last, this::slice);
    statistics.renew("romi_case");
    return changed;
  }

  private long slice(long from, long until) {
    return jdbc.sql(CASES)
        .param("from", from)
        .param("until", until)
        .param("zone", clock.getZone().getId())
        .param("currency", currency)
        .query(Long.class)
        .single();
  }
}
