package dev.winback.romi;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What returns brought and cost, case by case, rolled up by the night for {@link RomiReport}. */
@Service
public class RomiCases {

  /** Losses of one transaction. */
  private static final long SLICE = 50_000;

  private static final String CASES = Sql.of(RomiCases.class, "case-slice.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final TransactionTemplate transaction;
  private final String currency;

  RomiCases(
      JdbcClient jdbc, BusinessClock clock, TransactionTemplate transaction, Settings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.transaction = transaction;
    currency = settings.currency().getCurrencyCode();
  }

  /** Slice by slice with a commit after each; the rows that changed. */
  public long settle(LocalDate day) {
    long last = jdbc.sql("select coalesce(max(id), 0) from lapse").query(Long.class).single();
    long changed = 0;
    for (long from = 0; from <= last; from += SLICE) {
      long first = from;
      changed += inTransaction(() -> slice(first));
    }
    inTransaction(() -> jdbc.sql("analyze romi_case").update());
    return changed;
  }

  private long inTransaction(LongSupplier work) {
    return Objects.requireNonNull(transaction.execute(status -> work.getAsLong()));
  }

  private long slice(long from) {
    return jdbc.sql(CASES)
        .param("from", from)
        .param("until", from + SLICE)
        .param("zone", clock.getZone().getId())
        .param("currency", currency)
        .query(Long.class)
        .single();
  }
}
