package dev.winback.report;

import dev.winback.lapse.Lapses;
import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Losses and returns as figures and as the names behind each; a rep's own ones for a rep. */
@Service
@Transactional(readOnly = true)
public class Figures {

  public static final List<String> KINDS = List.of("loss", "return");

  private static final String MOVES = Sql.of(Figures.class, "moves.sql");
  private static final String BY_MONTH = sql("moves-by-month.sql");
  private static final String LIST = sql("moves-list.sql");
  private static final String COUNT = counting(LIST);
  private static final String STAKES = sql("stakes.sql");
  private static final String STAKES_OF_ALL = tallied("stakes-of-all.sql");
  private static final String MONTHS_OF_ALL = tallied("months-of-all.sql");

  private static final String AFTER =
      "(m.day, m.customer_id) < (cast(:after_day as date), :after_id)";

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Settings settings;
  private final Signals signals;
  private final Lapses lapses;
  private final PastMoves past;

  Figures(
      JdbcClient jdbc,
      BusinessClock clock,
      Settings settings,
      Signals signals,
      Lapses lapses,
      PastMoves past) {
    this.lapses = lapses;
    this.past = past;
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
    this.signals = signals;
  }

  private static String sql(String file) {
    return Sql.of(Figures.class, file).replace("/*moves*/", MOVES);
  }

  private static String tallied(String file) {
    return Sql.of(Figures.class, file).replace("/*tally*/", Sql.of(Figures.class, "tally-now.sql"));
  }

  /** The same conditions, so that a figure and its list cannot differ. */
  private static String counting(String list) {
    var select = list.lastIndexOf("select c.id");
    return list.substring(0, select)
        + "select count(*) from ("
        + list.substring(select)
        + ") names";
  }

  public StartPage start(Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    var day = signals.asOf();
    return new StartPage(day, anyCustomers(), months(day, actor), stakes(actor));
  }

  private boolean anyCustomers() {
    return jdbc.sql("select exists (select 1 from customer)").query(Boolean.class).single();
  }

  private List<MonthOfMoves> months(LocalDate day, Actor actor) {
    var sql = ofAll(actor) && past.kept() ? MONTHS_OF_ALL : BY_MONTH;
    return moves(sql, day, actor)
        .param("from", day.minusMonths(11).withDayOfMonth(1))
        .param("until", day)
        .query(MonthOfMoves.class)
        .list();
  }

  /** What is open and what came back, the firm's currency first. */
  public List<Stake> stakes(Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    return jdbc.sql(Visible.in(ofAll(actor) ? STAKES_OF_ALL : STAKES, actor))
        .params(Visible.to(actor))
        .param("currency", settings.currency().getCurrencyCode())
        .query(Stake.class)
        .list();
  }

  private static boolean ofAll(Actor actor) {
    return actor.may(Permission.SEE_ALL_CUSTOMERS);
  }

  /** Keeps what is counted of lapses and of purchases, as of this day; the rows that are new. */
  @Transactional
  public long settle(LocalDate day) {
    return lapses.tally() + past.settle(day);
  }

  /** The names behind a figure: kind {@code loss} or {@code return}, both days included. */
  public Paged<Move> page(Period period, @Nullable String after, int limit, Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    var rows =
        list(LIST, period, Cursor.decode(after, 2), limit + 1, actor).query(Move.class).list();
    return Paged.of(rows, limit, move -> Cursor.encode(move.day(), move.id()));
  }

  /** How many names the list has. */
  public long count(Period period, Actor actor) {
    return list(COUNT, period, null, null, actor).query(Long.class).single();
  }

  public void export(Period period, Actor actor, Consumer<Move> sink) {
    actor.require(Permission.EXPORT);
    try (var rows =
        list(LIST, period, null, null, actor).withFetchSize(500).query(Move.class).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec list(
      String sql, Period period, @Nullable Cursor after, @Nullable Integer limit, Actor actor) {
    if (!KINDS.contains(period.kind())) {
      throw Refused.field("kind", "refused.kind", period.kind());
    }
    var page =
        Pieces.limited(sql, limit)
            .replace(":kind", "'" + period.kind() + "'")
            .replace("/*after*/", after == null ? "true" : AFTER);
    return moves(page, signals.asOf(), actor)
        .param("from", period.from())
        .param("until", period.until())
        .param("after_day", after == null ? null : LostSort.DAYS.read(after.values().get(0)))
        .param("after_id", after == null ? null : after.number(1));
  }

  private JdbcClient.StatementSpec moves(String sql, LocalDate day, Actor actor) {
    return jdbc.sql(past.in(Visible.in(sql, actor)))
        .param("zone", clock.getZone().getId())
        .param("day", day)
        .params(Visible.to(actor));
  }
}
