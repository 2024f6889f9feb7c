package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.worth.ArmDay;
import dev.winback.worth.CostSettings;
import dev.winback.worth.Costs;
import dev.winback.worth.Increment;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the letters brought, rung by rung, with the names behind each number (MEA-06), as of the
 * last night: {@link LetterOutcomes} counts it.
 */
@Service
@Transactional(readOnly = true)
public class LetterResults {

  private static final String RESULTS = Sql.of(LetterResults.class, "results.sql");
  private static final String DAYS = Sql.of(LetterResults.class, "result-days.sql");
  private static final String NAMES = Sql.of(LetterResults.class, "result-names.sql");
  private static final String COUNT =
      "select count(*) from letter_outcome o where /*what*/ and /*control*/ and /*rung*/ and /*period*/ and o.letter_id < :before";
  private static final int PAGE = 50;
  private static final int ALL_RUNGS = -1;
  private static final long ALL = Long.MAX_VALUE;

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Signals signals;
  private final Costs costs;
  private final RungPercents percents;
  private final String currency;

  LetterResults(
      JdbcClient jdbc,
      BusinessClock clock,
      Signals signals,
      Costs costs,
      RungPercents percents,
      Settings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.signals = signals;
    this.costs = costs;
    this.percents = percents;
    currency = settings.currency().getCurrencyCode();
  }

  public String currency() {
    return currency;
  }

  /** The day to which it is counted. */
  public LocalDate day() {
    return signals.asOf();
  }

  /** Rung by rung and together, from one reading. */
  public LadderResults results(ResultPeriod period, Actor actor) {
    actor.require(Permission.SEE_ALL_LETTERS);
    var terms = costs.settings();
    var days = days(terms);
    var before = figures(period.before(clock.today()));
    var figures = figures(period);
    var rungs = of(figures.tailMap(0, true), before, days, terms);
    var together = Increment.of(days.getOrDefault(ALL_RUNGS, List.of()));
    return new LadderResults(
        rungs,
        rungs.stream().reduce((one, other) -> one.plus(other, together)).orElse(null),
        of(figures.headMap(0, false).descendingMap(), before, days, terms));
  }

  /** By the percent that was in the letter, of rungs that have given several; of all days. */
  public Map<Integer, List<RungPercent>> percents(Actor actor) {
    actor.require(Permission.SEE_ALL_LETTERS);
    return percents.all();
  }

  private static List<RungResult> of(
      Map<Integer, RungFigures> figures,
      Map<Integer, RungFigures> before,
      Map<Integer, List<Increment.Day>> days,
      CostSettings terms) {
    return figures.entrySet().stream().map(rung -> result(rung, before, days, terms)).toList();
  }

  private Map<Integer, List<Increment.Day>> days(CostSettings terms) {
    var days = new HashMap<Integer, List<Increment.Day>>();
    jdbc.sql(DAYS)
        .query(
            row -> {
              int rung = Objects.requireNonNullElse((Integer) row.getObject("rung"), ALL_RUNGS);
              days.computeIfAbsent(rung, r -> new ArrayList<>()).add(day(row, terms));
            });
    return days;
  }

  private static Increment.Day day(ResultSet row, CostSettings terms) throws SQLException {
    var letters = terms.letterCost().multiply(BigDecimal.valueOf(row.getLong("treated")));
    return ArmDay.of(row, terms, letters.add(row.getBigDecimal("given")));
  }

  private NavigableMap<Integer, RungFigures> figures(ResultPeriod period) {
    var figures = new TreeMap<Integer, RungFigures>();
    jdbc.sql(RESULTS)
        .param("from", period.first(clock.today()))
        .param("to", period.last(clock.today()))
        .query(
            row -> {
              figures.put(row.getInt("rung"), figures(row));
            });
    return figures;
  }

  private static RungFigures figures(ResultSet row) throws SQLException {
    return new RungFigures(
        row.getLong("sent"),
        row.getLong("kept"),
        row.getLong("returned"),
        row.getLong("kept_returned"),
        row.getBigDecimal("revenue"),
        row.getLong("used"),
        row.getBigDecimal("given"),
        row.getLong("unsubscribed"),
        row.getLong("opened"),
        row.getLong("clicked"),
        row.getLong("tells_opens"),
        row.getLong("tells_clicks"));
  }

  private static RungResult result(
      Map.Entry<Integer, RungFigures> rung,
      Map<Integer, RungFigures> before,
      Map<Integer, List<Increment.Day>> days,
      CostSettings terms) {
    return new RungResult(
        rung.getKey(),
        rung.getValue(),
        Objects.requireNonNull(before.get(rung.getKey())),
        Increment.of(days.getOrDefault(rung.getKey(), List.of())),
        terms.letterCost(),
        terms.marginPercent());
  }

  /** Who stands behind a number, the newest letter first. */
  public Paged<ResultName> names(ResultFilter filter, @Nullable String after, Actor actor) {
    long before = Cursor.number(after, ALL);
    var rows =
        select(NAMES, filter, before, PAGE + 1, actor)
            .query((row, nr) -> ResultName.of(row))
            .list();
    return Paged.of(rows, PAGE, row -> Cursor.encode(row.letter().value()));
  }

  public long count(ResultFilter filter, Actor actor) {
    return select(COUNT, filter, ALL, null, actor).query(Long.class).single();
  }

  public void export(ResultFilter filter, Actor actor, Consumer<ResultName> sink) {
    actor.require(Permission.EXPORT);
    var all = select(NAMES, filter, ALL, null, actor).withFetchSize(500);
    try (var rows = all.query((row, nr) -> ResultName.of(row)).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec select(
      String sql, ResultFilter filter, long before, @Nullable Integer limit, Actor actor) {
    actor.require(Permission.SEE_ALL_LETTERS);
    return jdbc.sql(Pieces.limited(filter.in(sql), limit))
        .param("rung", filter.rung())
        .param("zone", clock.getZone().getId())
        .param("from", filter.period().first(clock.today()))
        .param("to", filter.period().last(clock.today()))
        .param("before", before);
  }
}
