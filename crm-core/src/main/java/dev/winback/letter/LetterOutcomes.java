package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.shared.Slices;
import dev.winback.shared.Sql;
import dev.winback.shared.Statistics;
import dev.winback.worth.OrderCaps;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What each letter has brought, rolled up by the night for the results and for ROMI, and what the
 * rungs of a large firm would do.
 */
@Service
public class LetterOutcomes {

  private static final String OUTCOMES = Sql.of(LetterOutcomes.class, "outcome-slice.sql");
  private static final String DAYS = Sql.of(LetterOutcomes.class, "outcome-days.sql");

  private static final String STARTS = Sql.of(LetterOutcomes.class, "cap-starts.sql");
  private static final String LADDER = Sql.of(LetterOutcomes.class, "ladder-start.sql");

  private final RungCounts counts;
  private final RungPercents percents;
  private final OrderCaps caps;
  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Slices slices;
  private final Statistics statistics;
  private final String currency;

  LetterOutcomes(
      RungCounts counts,
      RungPercents percents,
      OrderCaps caps,
      JdbcClient jdbc,
      BusinessClock clock,
      Slices slices,
      Statistics statistics,
      Settings settings) {
    this.counts = counts;
    this.percents = percents;
    this.caps = caps;
    this.jdbc = jdbc;
    this.clock = clock;
    this.slices = slices;
    this.statistics = statistics;
    currency = settings.currency().getCurrencyCode();
  }

  /** As of the end of a day, slice by slice with a commit after each; the rows that changed. */
  public long settle(LocalDate day) {
    long last = jdbc.sql("select coalesce(max(id), 0) from letter").query(Long.class).single();
    var end = day.plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime();
    slices.once(this::begin);
    var cap = ladder().map(caps::of).orElse(null);
    long changed =
        slices.each(last, (from, until) -> slice(from, until, end, cap)) + slices.once(this::days);
    slices.once(() -> ladder(day));
    return changed;
  }

  /** Comparisons that have begun since are given what they go by. */
  private long begin() {
    jdbc.sql(LADDER).param("zone", clock.getZone().getId()).update();
    var starts = jdbc.sql(STARTS).param("currency", currency).query(LocalDate.class).list();
    starts.forEach(caps::settle);
    return starts.size();
  }

  private Optional<LocalDate> ladder() {
    return jdbc.sql("select starts_on from ladder_start").query(LocalDate.class).optional();
  }

  private long ladder(LocalDate day) {
    counts.settle(day);
    percents.settle(day);
    return 0;
  }

  private long slice(long from, long until, OffsetDateTime end, @Nullable BigDecimal cap) {
    return jdbc.sql(OUTCOMES)
        .param("from", from)
        .param("until", until)
        .param("now", end)
        .param("cap", cap)
        .param("zone", clock.getZone().getId())
        .param("currency", currency)
        .query(Long.class)
        .single();
  }

  /** The names join what was written: after a first night nothing is known of it yet. */
  private long days() {
    statistics.renew("letter_outcome");
    return jdbc.sql(DAYS).query(Long.class).single();
  }
}
