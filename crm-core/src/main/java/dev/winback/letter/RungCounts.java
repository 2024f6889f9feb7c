package dev.winback.letter;

import dev.winback.lapse.KeptReports;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the rungs would do on a day, who reaches them in the days after it and what their letters
 * cost at worst: at this moment, or for a large firm as the night counted it by the same
 * statements.
 */
@Component
class RungCounts {

  /** The open lapses that reach a rung on a day. */
  record Reached(int number, LocalDate due, long lapses) {}

  /** What one coupon of a rung costs at worst. */
  record Cost(int number, BigDecimal cost) {}

  private static final String WORST_CASE = Sql.of(RungCounts.class, "worst-case.sql");
  private static final String MARK = Sql.of(RungCounts.class, "ladder-mark.sql");
  private static final String ON_LADDER =
      "select number from rung where number >= 0 and retired_at is null order by number";

  private static final String TODAY_KEPT = "ladder";
  private static final String SOON_KEPT = "ladder-soon";
  private static final String COSTS_KEPT = "ladder-costs";
  private static final String MARK_KEPT = "ladder-mark";

  private final LetterPlanning planning;
  private final KeptReports kept;
  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final String currency;

  RungCounts(
      LetterPlanning planning,
      KeptReports kept,
      JdbcClient jdbc,
      BusinessClock clock,
      Settings settings) {
    this.planning = planning;
    this.kept = kept;
    this.jdbc = jdbc;
    this.clock = clock;
    currency = settings.currency().getCurrencyCode();
  }

  /** Counts for the page of a large firm what it would count for tens of seconds. */
  void settle(LocalDate day) {
    kept.settle(MARK_KEPT, day, MARK, Map.of());
    kept.settle(TODAY_KEPT, day, LetterPlanning.COUNT, planning.judging(day, onLadder()));
    kept.settle(SOON_KEPT, day, LetterPlanning.REACH_SOON, Map.of("day", day, "days", Rungs.SOON));
    kept.settle(COSTS_KEPT, day, WORST_CASE, Map.of("currency", currency));
  }

  private List<Integer> onLadder() {
    return jdbc.sql(ON_LADDER).query(Integer.class).list();
  }

  /** The day for which it was counted ahead; null: it is counted at this moment. */
  @Nullable LocalDate day() {
    return kept.day(TODAY_KEPT);
  }

  /** The ladder, its offers or their limits are others than those that were counted. */
  boolean stale() {
    return day() != null
        && !jdbc.sql(MARK)
            .query(String.class)
            .single()
            .equals(
                kept.rows(MARK_KEPT, "mark text", String.class).stream().findFirst().orElse(""));
  }

  List<RungCount> today() {
    return day() == null
        ? planning.count(clock.today(), onLadder())
        : kept.rows(TODAY_KEPT, "rung int, reason text, letters bigint", RungCount.class);
  }

  List<Reached> soon() {
    return day() == null
        ? planning.reachSoon(clock.today(), Rungs.SOON)
        : kept.rows(SOON_KEPT, "number int, due date, lapses bigint", Reached.class);
  }

  List<Cost> costs() {
    return day() == null
        ? jdbc.sql(WORST_CASE).param("currency", currency).query(Cost.class).list()
        : kept.rows(COSTS_KEPT, "number int, cost numeric", Cost.class);
  }

  /** The first of the days that {@link #soon} speaks of comes after it. */
  LocalDate from() {
    return Objects.requireNonNullElseGet(day(), clock::today);
  }
}
