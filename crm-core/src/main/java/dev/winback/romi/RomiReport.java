package dev.winback.romi;

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
import java.util.EnumMap;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * ROMI of all returns (MEA-04): what they brought, what was spent on winning back, part by part
 * with the cases behind each, as of the last night. It tells what each rep earns, so it is for who
 * sees all figures.
 */
@Service
@Transactional(readOnly = true)
public class RomiReport {

  private static final String LETTERS = Sql.of(RomiReport.class, "letters.sql");
  private static final String CALLS = Sql.of(RomiReport.class, "calls.sql");
  private static final String ROLLED = Sql.of(RomiReport.class, "rolled.sql");
  private static final String ARMS = Sql.of(RomiReport.class, "arm-letters.sql");
  private static final String LINES =
      Sql.of(RomiReport.class, "lines.sql")
          .replace("/*letters*/", LETTERS)
          .replace("/*calls*/", CALLS);
  private static final String ARM_DAYS = Sql.of(RomiReport.class, "arm-days.sql");
  private static final String NAMES = Sql.of(RomiReport.class, "names.sql");
  private static final String COUNT = "select count(*) from (/*cases*/) y";
  private static final String ARM_COUNT = Sql.of(RomiReport.class, "arm-count.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Signals signals;
  private final Costs costs;
  private final String currency;

  RomiReport(
      JdbcClient jdbc, BusinessClock clock, Signals signals, Costs costs, Settings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
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

  public RomiPicture of(RomiFilter filter, Actor actor) {
    var terms = costs.settings();
    var lines = new EnumMap<RomiPart, RomiPicture.Line>(RomiPart.class);
    var running = new long[1];
    select(LINES, filter, actor)
        .query(
            row -> {
              var line = line(row);
              lines.put(line.part(), line);
              running[0] += row.getLong("running");
            });
    return new RomiPicture(
        filter.first(clock.today()),
        filter.last(clock.today()),
        currency,
        terms.marginPercent(),
        lines,
        running[0],
        increment(filter, terms, actor));
  }

  private static RomiPicture.Line line(ResultSet row) throws SQLException {
    return new RomiPicture.Line(
        RomiPart.valueOf(row.getString("part").toUpperCase(Locale.ROOT)),
        row.getLong("cases"),
        row.getBigDecimal("amount"));
  }

  private Increment increment(RomiFilter filter, CostSettings terms, Actor actor) {
    return Increment.of(select(ARM_DAYS, filter, actor).query((row, nr) -> day(row, terms)).list());
  }

  private static Increment.Day day(ResultSet row, CostSettings terms) throws SQLException {
    var letters = terms.letterCost().multiply(BigDecimal.valueOf(row.getLong("treated")));
    return ArmDay.of(row, terms, letters.add(row.getBigDecimal("given")));
  }

  /** The cases behind the filter's part, the newest first. */
  public Paged<RomiCase> names(RomiFilter filter, @Nullable String after, int limit, Actor actor) {
    var rows =
        names(filter, Cursor.decode(after, 2), limit + 1, actor).query(RomiCase.class).list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.day(), row.id()));
  }

  public void export(RomiFilter filter, Actor actor, Consumer<RomiCase> sink) {
    actor.require(Permission.EXPORT);
    try (var rows =
        names(filter, null, null, actor).withFetchSize(500).query(RomiCase.class).stream()) {
      rows.forEach(sink);
    }
  }

  private StatementSpec names(
      RomiFilter filter, @Nullable Cursor after, @Nullable Integer limit, Actor actor) {
    var sql = NAMES.replace("/*cases*/", cases(filter.asked()));
    return select(Pieces.limited(sql, limit), filter, actor)
        .param("part", filter.asked().code())
        .param("after_day", after == null ? null : after.day(0))
        .param("after_id", after == null ? null : after.number(1));
  }

  private static String cases(RomiPart part) {
    return switch (part) {
      case LETTERS -> LETTERS;
      case CALLS -> CALLS;
      case TREATED, KEPT -> ARMS;
      default -> ROLLED;
    };
  }

  /** How many cases the list has: as many as the part's line says. */
  public long count(RomiFilter filter, Actor actor) {
    var part = filter.asked();
    var sql = part.arm() ? ARM_COUNT : COUNT.replace("/*cases*/", cases(part));
    return select(sql, filter, actor).param("part", part.code()).query(Long.class).single();
  }

  private StatementSpec select(String sql, RomiFilter filter, Actor actor) {
    actor.require(Permission.SEE_ALL_FIGURES);
    var today = clock.today();
    var terms = costs.settings();
    return jdbc.sql(sql)
        .param("from", filter.first(today))
        .param("to", last(filter, today))
        .param("day", today)
        .param("zone", clock.getZone().getId())
        .param("currency", currency)
        .param("letter", terms.letterCost())
        .param("call", terms.call());
  }

  /** Nothing is counted beyond the last night, letters and calls neither. */
  private LocalDate last(RomiFilter filter, LocalDate today) {
    var asked = filter.last(today);
    return asked.isAfter(day()) ? day() : asked;
  }
}
