package dev.winback.report;

import dev.winback.customer.ContactGaps;
import dev.winback.lapse.Lapses;
import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Pieces;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Losses and returns as figures; a rep's own ones for a rep. The names are in {@link Moves}. */
@Service
@Transactional(readOnly = true)
public class Figures {

  private static final String MOVES = Sql.of(Figures.class, "moves.sql");
  private static final String BY_MONTH = sql("moves-by-month.sql");
  private static final String WEEK = sql("week.sql");
  private static final String SIGNS = Sql.of(Figures.class, "new-signs.sql");
  private static final String FRAGILE = sql("fragile-now.sql");
  private static final String STAKES = sql("stakes.sql");
  private static final String OPEN = sql("stakes-open.sql");
  private static final String WON = sql("stakes-won.sql");
  private static final String STAKES_OF_ALL = tallied("stakes-of-all.sql");
  private static final String MONTHS_OF_ALL = tallied("months-of-all.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Settings settings;
  private final Signals signals;
  private final Lapses lapses;
  private final PastMoves past;
  private final ContactGaps gaps;

  Figures(
      JdbcClient jdbc,
      BusinessClock clock,
      Settings settings,
      Signals signals,
      Lapses lapses,
      PastMoves past,
      ContactGaps gaps) {
    this.gaps = gaps;
    this.lapses = lapses;
    this.past = past;
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
    this.signals = signals;
  }

  static String sql(String file) {
    return Sql.of(Figures.class, file).replace("/*moves*/", MOVES);
  }

  static String firsts(String file) {
    return Sql.of(Figures.class, file).replace("/*moves*/", Sql.of(Figures.class, "firsts.sql"));
  }

  private static String tallied(String file) {
    return Sql.of(Figures.class, file).replace("/*tally*/", Sql.of(Figures.class, "tally-now.sql"));
  }

  public StartPage start(Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    var day = signals.asOf();
    var months = year(day, actor);
    var week = week(day.minusDays(6), day, actor);
    var gap = actor.may(Permission.IMPORT) ? gaps.wide().orElse(null) : null;
    var signs = signs(week.fromDay(), actor);
    return new StartPage(
        day, anyCustomers(), currency(), week, months, stakes(actor), fragile(actor), signs, gap);
  }

  /** Signs that mean no loss yet and began on or after the day; a rep's own ones for a rep. */
  private List<NewSign> signs(LocalDate since, Actor actor) {
    return jdbc.sql(Visible.in(SIGNS, actor))
        .params(Visible.to(actor))
        .param("since", since)
        .query(NewSign.class)
        .list();
  }

  /** At most one more than {@link LostCustomers#COUNTED}; a rep's own ones for a rep. */
  private long fragile(Actor actor) {
    var whose = ofAll(actor) ? "true" : "l.customer_id in (/*visible customers*/)";
    var sql = Pieces.limited(FRAGILE.replace("/*whose*/", whose), LostCustomers.COUNTED + 1);
    return jdbc.sql(Visible.in(sql, actor))
        .params(Visible.to(actor))
        .param("today", clock.today())
        .query(Long.class)
        .single();
  }

  /** The part of it that the overview of reports shows. */
  public ReportsPage reports(Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    var day = signals.asOf();
    return new ReportsPage(day, anyCustomers(), year(day, actor));
  }

  private List<MonthOfMoves> year(LocalDate day, Actor actor) {
    return months(day.minusMonths(11).withDayOfMonth(1), day, actor);
  }

  /** Losses and returns from one day to another, both included. */
  public Week week(LocalDate from, LocalDate until, Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    // for whoever sees all there is no customer to look at
    var whose = ofAll(actor) ? "true" : "m.customer_id in (/*visible customers*/)";
    var late = ofAll(actor) ? "true" : "/*visible lost row*/";
    var sql = WEEK.replace("/*whose*/", whose).replace("/*whose late*/", late);
    return moves(sql, signals.asOf(), actor)
        .param("from", from)
        .param("until", until)
        .param("currency", currency())
        .query(Week.class)
        .single();
  }

  private boolean anyCustomers() {
    return jdbc.sql("select exists (select 1 from customer)").query(Boolean.class).single();
  }

  /** From the month of the first day to the last day, at most that of the last night. */
  List<MonthOfMoves> months(LocalDate from, LocalDate until, Actor actor) {
    var sql = ofAll(actor) && past.kept() ? MONTHS_OF_ALL : BY_MONTH;
    return moves(sql, signals.asOf(), actor)
        .param("from", from)
        .param("until", until)
        .param("currency", currency())
        .query(MonthOfMoves.class)
        .list();
  }

  /** In what its money is counted. */
  public String currency() {
    return settings.currency().getCurrencyCode();
  }

  /** The day to which figures are counted: that of the last night. */
  public LocalDate day() {
    return signals.asOf();
  }

  /** What is open and what came back, the firm's currency first. */
  public List<Stake> stakes(Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    return jdbc.sql(ofAll(actor) ? STAKES_OF_ALL : stakesOf(actor))
        .params(Visible.to(actor))
        .param("currency", currency())
        .query(Stake.class)
        .list();
  }

  private static String stakesOf(Actor actor) {
    return STAKES
        .replace("/*open*/", Visible.eachWay(OPEN, actor))
        .replace("/*won*/", Visible.eachWay(WON, actor));
  }

  private static boolean ofAll(Actor actor) {
    return actor.may(Permission.SEE_ALL_CUSTOMERS);
  }

  /** Keeps what is counted of lapses and of purchases, as of this day; the rows that are new. */
  @Transactional
  public long settle(LocalDate day) {
    return lapses.tally() + past.settle(day);
  }

  /** A statement over moves, as of a day. */
  JdbcClient.StatementSpec moves(String sql, LocalDate day, Actor actor) {
    return jdbc.sql(past.in(Visible.in(sql, actor)))
        .param("zone", clock.getZone().getId())
        .param("day", day)
        .params(Visible.to(actor));
  }
}
