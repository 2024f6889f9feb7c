package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What each letter has brought, rolled up by the night for the results and for ROMI. */
@Service
public class LetterOutcomes {

  /** Letters of one transaction. */
  private static final long SLICE = 50_000;

  private static final String OUTCOMES = Sql.of(LetterOutcomes.class, "outcome-slice.sql");
  private static final String DAYS = Sql.of(LetterOutcomes.class, "outcome-days.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final TransactionTemplate transaction;
  private final String currency;

  LetterOutcomes(
      JdbcClient jdbc, BusinessClock clock, TransactionTemplate transaction, Settings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.transaction = transaction;
    currency = settings.currency().getCurrencyCode();
  }

  /** As of the end of a day, slice by slice with a commit after each; the rows that changed. */
  public long settle(LocalDate day) {
    long last = jdbc.sql("select coalesce(max(id), 0) from letter").query(Long.class).single();
    long changed = 0;
    for (long from = 0; from <= last; from += SLICE) {
      long first = from;
      changed += inTransaction(() -> slice(first, day));
    }
    return changed + inTransaction(this::days);
  }

  private long inTransaction(LongSupplier work) {
    return Objects.requireNonNull(transaction.execute(status -> work.getAsLong()));
  }

  private long slice(long from, LocalDate day) {
    var end = day.plusDays(1).atStartOfDay(clock.getZone());
    return jdbc.sql(OUTCOMES)
        .param("from", from)
        .param("until", from + SLICE)
        .param("now", end.toInstant().atOffset(ZoneOffset.UTC))
        .param("zone", clock.getZone().getId())
        .param("currency", currency)
        .query(Long.class)
        .single();
  }

  /** The names join what was written: after a first night nothing is known of it yet. */
  private long days() {
    jdbc.sql("analyze letter_outcome").update();
    return jdbc.sql(DAYS).query(Long.class).single();
  }
}
