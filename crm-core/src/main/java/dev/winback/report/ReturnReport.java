package dev.winback.report;

import dev.winback.lapse.KeptReports;
import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.DayText;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of customers who came back (MEA-05), by the month of the return. */
@Service
@Transactional(readOnly = true)
public class ReturnReport {

  public static final List<String> WHATS = List.of("returned", "restored", "year", "again");

  /** Months of the table, this one among them. */
  public static final int MONTHS = 24;

  private static final String WHERE =
      Sql.of(ReturnReport.class, "returns-where.sql").replace("/*visible*/", Visible.CUSTOMER);
  private static final String BY_MONTH =
      Sql.of(ReturnReport.class, "returns.sql").replace("/*where*/", WHERE);
  private static final String NAMES =
      Sql.of(ReturnReport.class, "returns-names.sql").replace("/*where*/", WHERE);
  private static final String COUNT =
      "select count(*) from (select " + WHERE + " limit :limit) capped";
  private static final String AGAIN = Sql.of(ReturnReport.class, "again.sql");

  private static final String MONTHS_KEPT = "returns";
  private static final String AGAIN_KEPT = "returns-again";

  private final JdbcClient jdbc;
  private final KeptReports kept;
  private final BusinessClock clock;
  private final String currency;

  ReturnReport(JdbcClient jdbc, KeptReports kept, BusinessClock clock, Settings settings) {
    this.jdbc = jdbc;
    this.kept = kept;
    this.clock = clock;
    currency = settings.currency().getCurrencyCode();
  }

  public String currency() {
    return currency;
  }

  /** The day of the night that counted it; null: it is counted at this moment. */
  public @Nullable LocalDate day(Actor actor) {
    return actor.may(Permission.SEE_ALL_CUSTOMERS) ? kept.day(MONTHS_KEPT) : null;
  }

  /** Counts for the pages of large firms what they would count for seconds. */
  @Transactional
  public void settle(LocalDate day) {
    var all = new HashMap<String, Object>();
    all.put("sees_all", true);
    all.put("member", 0L);
    all.put("day", day);
    all.put("from", YearMonth.from(day).minusMonths(MONTHS - 1L).atDay(1));
    all.put("until", day);
    all.put("what", "returned");
    all.put("currency", currency);
    all.put("zone", clock.getZone().getId());
    kept.settle(MONTHS_KEPT, day, BY_MONTH, all);
    kept.settle(AGAIN_KEPT, day, AGAIN, all);
  }

  /** The newest month first; months without a return are left out. */
  public List<ReturnMonth> months(Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    if (day(actor) != null) {
      return kept.rows(
          MONTHS_KEPT,
          "month date, returned bigint, trial numeric, restored bigint, due bigint, year bigint, again bigint",
          ReturnMonth.class);
    }
    return select(BY_MONTH, null, null, actor)
        .param("currency", currency)
        .query(ReturnMonth.class)
        .list();
  }

  public ReturnMonth total(List<ReturnMonth> months) {
    var none = new ReturnMonth(clock.today(), 0, BigDecimal.ZERO, 0, 0, 0, 0);
    return months.stream().reduce(none, ReturnMonth::plus);
  }

  /** Of all customers, however complaints were met; none for who does not see them all. */
  public List<BoughtAgain> again(Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    if (!actor.may(Permission.SEE_ALL_CUSTOMERS)) {
      return List.of();
    }
    if (kept.day(AGAIN_KEPT) != null) {
      return kept.rows(AGAIN_KEPT, "who text, customers bigint, again bigint", BoughtAgain.class);
    }
    return jdbc.sql(AGAIN)
        .param("day", clock.today())
        .param("zone", clock.getZone().getId())
        .query(BoughtAgain.class)
        .list();
  }

  /** The names of a month, null for all of the table. */
  public Paged<ReturnName> names(
      @Nullable String month,
      @Nullable String what,
      @Nullable String after,
      int limit,
      Actor actor) {
    var rows =
        names(month, what, Cursor.decode(after, 2), limit + 1, actor)
            .query(ReturnName.class)
            .list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.returnedOn(), row.lapse()));
  }

  /** At most one more than {@link LostCustomers#COUNTED}: then there are more than that. */
  public long count(@Nullable String month, @Nullable String what, Actor actor) {
    var sql = Pieces.limited(COUNT, LostCustomers.COUNTED + 1);
    return select(sql, month, what, actor).query(Long.class).single();
  }

  public void export(
      @Nullable String month, @Nullable String what, Actor actor, Consumer<ReturnName> sink) {
    actor.require(Permission.EXPORT);
    var all = names(month, what, null, null, actor).withFetchSize(500);
    try (var rows = all.query(ReturnName.class).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec names(
      @Nullable String month,
      @Nullable String what,
      @Nullable Cursor after,
      @Nullable Integer limit,
      Actor actor) {
    return select(NAMES, month, what, actor)
        .param("after_day", after == null ? null : after.day(0))
        .param("after_id", after == null ? null : after.number(1))
        .param("limit", limit);
  }

  private JdbcClient.StatementSpec select(
      String sql, @Nullable String month, @Nullable String what, Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    return jdbc.sql(sql)
        .params(Visible.to(actor))
        .param("day", clock.today())
        .param("from", from(month))
        .param("until", until(month))
        .param("what", asked(what));
  }

  /** Refused when the address says what it cannot mean. */
  public void check(@Nullable String month, @Nullable String what) {
    from(month);
    asked(what);
  }

  private static String asked(@Nullable String what) {
    var asked = what == null || what.isBlank() ? "returned" : what.strip();
    if (!WHATS.contains(asked)) {
      throw Refused.field("what", "returns.refused.what", asked, String.join(", ", WHATS));
    }
    return asked;
  }

  private LocalDate from(@Nullable String month) {
    var asked = DayText.month("month", month);
    return Objects.requireNonNullElseGet(
            asked, () -> YearMonth.from(clock.today()).minusMonths(MONTHS - 1L))
        .atDay(1);
  }

  private LocalDate until(@Nullable String month) {
    var asked = DayText.month("month", month);
    return asked == null ? clock.today() : asked.atEndOfMonth();
  }
}
