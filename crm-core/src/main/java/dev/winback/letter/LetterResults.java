package dev.winback.letter;

import dev.winback.experiment.Experiment;
import dev.winback.experiment.Finding;
import dev.winback.experiment.Share;
import dev.winback.experiment.Step;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.worth.CostSettings;
import dev.winback.worth.Costs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
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
      "select count(*) from letter_outcome o where /*what*/ and /*control*/ and /*rung*/ and o.letter_id < :before";
  private static final int PAGE = 50;
  private static final long ALL = Long.MAX_VALUE;

  private final JdbcClient jdbc;
  private final Signals signals;
  private final Costs costs;
  private final String currency;

  LetterResults(JdbcClient jdbc, Signals signals, Costs costs, Settings settings) {
    this.jdbc = jdbc;
    this.signals = signals;
    this.costs = costs;
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
  public LadderResults results(Actor actor) {
    actor.require(Permission.SEE_ALL_LETTERS);
    var terms = costs.settings();
    var days = days();
    var rungs = rungs(terms, days);
    var together = Experiment.of(days.stream().map(RungDay::step).toList());
    return new LadderResults(
        rungs, rungs.stream().reduce((one, other) -> one.plus(other, together)).orElse(null));
  }

  private List<RungResult> rungs(CostSettings terms, List<RungDay> days) {
    return jdbc.sql(RESULTS).query((row, nr) -> result(row, terms, days)).list();
  }

  private record RungDay(int rung, Step step) {}

  private List<RungDay> days() {
    return jdbc.sql(DAYS).query((row, nr) -> new RungDay(row.getInt("rung"), step(row))).list();
  }

  private static Step step(ResultSet row) throws SQLException {
    return new Step(row.getObject("day", LocalDate.class), treated(row), control(row));
  }

  private static Share treated(ResultSet row) throws SQLException {
    return new Share(row.getLong("treated_returned"), row.getLong("treated"));
  }

  private static Share control(ResultSet row) throws SQLException {
    return new Share(row.getLong("control_returned"), row.getLong("control"));
  }

  private static Finding finding(int rung, List<RungDay> days) {
    return Experiment.of(days.stream().filter(d -> d.rung() == rung).map(RungDay::step).toList());
  }

  private static RungResult result(ResultSet row, CostSettings terms, List<RungDay> days)
      throws SQLException {
    return new RungResult(
        row.getInt("rung"),
        row.getLong("sent"),
        row.getLong("kept"),
        treated(row),
        control(row),
        finding(row.getInt("rung"), days),
        row.getLong("returned"),
        row.getLong("kept_returned"),
        row.getBigDecimal("revenue"),
        row.getBigDecimal("treated_revenue"),
        row.getBigDecimal("control_revenue"),
        row.getLong("used"),
        row.getBigDecimal("given"),
        row.getBigDecimal("treated_given"),
        row.getLong("unsubscribed"),
        row.getLong("opened"),
        row.getLong("clicked"),
        terms.letterCost(),
        terms.marginPercent());
  }

  /** Who stands behind a number, the newest letter first. */
  public Paged<ResultName> names(ResultFilter filter, @Nullable String after, Actor actor) {
    long before = Cursor.number(after, ALL);
    var rows = select(NAMES, filter, before, PAGE + 1, actor).query((row, nr) -> name(row)).list();
    return Paged.of(rows, PAGE, row -> Cursor.encode(row.letter().value()));
  }

  public long count(ResultFilter filter, Actor actor) {
    return select(COUNT, filter, ALL, null, actor).query(Long.class).single();
  }

  public void export(ResultFilter filter, Actor actor, Consumer<ResultName> sink) {
    actor.require(Permission.EXPORT);
    var all = select(NAMES, filter, ALL, null, actor).withFetchSize(500);
    try (var rows = all.query((row, nr) -> name(row)).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec select(
      String sql, ResultFilter filter, long before, @Nullable Integer limit, Actor actor) {
    actor.require(Permission.SEE_ALL_LETTERS);
    return jdbc.sql(Pieces.limited(filter.in(sql), limit))
        .param("rung", filter.rung())
        .param("before", before);
  }

  private static ResultName name(ResultSet row) throws SQLException {
    return new ResultName(
        new LetterId(row.getLong("id")),
        row.getInt("rung"),
        row.getString("ref"),
        row.getString("display_name"),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        instant(row),
        row.getBigDecimal("amount"),
        row.getString("currency"),
        row.getString("credit"),
        row.getString("coupon"),
        row.getObject("redeemed_at") != null);
  }

  private static @Nullable Instant instant(ResultSet row) throws SQLException {
    var at = row.getObject("purchased_at", OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
