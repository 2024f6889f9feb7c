package dev.winback.report;

import dev.winback.customer.Search;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lost customers as a list: searched, filtered, sorted, paged, counted, exported. */
@Service
@Transactional(readOnly = true)
public class LostCustomers {

  /** Up to here a list is counted exactly (look.md, rule 7). */
  public static final int COUNTED = 10_000;

  /** The list, its count, its export and the report of reasons share it. */
  static final String WHERE = LostPieces.WHERE;

  private static final String FILE = LostPieces.ROWS.replace("/*where*/", WHERE);

  /** Only those that a member has something to do for. */
  private static final String WORKED =
      LostPieces.ROWS.replace("/*where*/", WHERE + Sql.of(LostCustomers.class, "lost-worked.sql"));

  private static final String VALUE = Sql.of(LostCustomers.class, "lost-value.sql");

  private final JdbcClient jdbc;
  private final Signals signals;
  private final BusinessClock clock;
  private final UntouchedDays untouched;

  LostCustomers(JdbcClient jdbc, Signals signals, BusinessClock clock, UntouchedDays untouched) {
    this.clock = clock;
    this.untouched = untouched;
    this.jdbc = jdbc;
    this.signals = signals;
  }

  public Paged<LostRow> page(LostFilter filter, @Nullable String after, int limit, Actor actor) {
    return page(LostPieces.page(filter, actor), filter, after, limit, actor);
  }

  private Paged<LostRow> page(
      String sql, LostFilter filter, @Nullable String after, int limit, Actor actor) {
    var order = filter.order();
    var rows =
        order
            .order()
            .read(
                Cursor.decode(after, 2),
                limit + 1,
                (by, from, most) ->
                    select(sql, filter, by, from, most, actor).query(LostRow.class).list());
    return Paged.of(rows, limit, row -> Cursor.encode(order.valueOf(row), row.lapse()));
  }

  /** In the order of the list those of which who asks has an open task. */
  public Paged<LapseId> worked(LostFilter filter, @Nullable String after, int limit, Actor actor) {
    var page = page(WORKED, filter, after, limit, actor);
    return new Paged<>(
        page.items().stream().map(row -> new LapseId(row.lapse())).toList(), page.next());
  }

  /** At most one more than {@link #COUNTED}: then there are more than that. */
  public int count(LostFilter filter, Actor actor) {
    return count(filter, COUNTED + 1, actor);
  }

  /** The same, counting no further than to this limit. */
  public int count(LostFilter filter, int limit, Actor actor) {
    var count = LostPieces.count(filter, actor);
    var sql = Pieces.counted(placed(count, filter, actor), LostPieces.of(filter));
    return told(Pieces.limited(untouched.counted(sql), limit), filter, actor)
        .query(Integer.class)
        .single();
  }

  /** All lapses of the filter, for an act upon each of them. */
  public List<LapseId> all(LostFilter filter, Actor actor) {
    var sql = asked("select l.id " + WHERE + " order by l.id", filter, actor);
    return told(Pieces.counted(sql, LostPieces.of(filter)), filter, actor)
        .query((row, n) -> new LapseId(row.getLong("id")))
        .list();
  }

  /** Where a loss stands among those of the filter; its neighbours also when it has left them. */
  public Place place(LostFilter filter, LapseId lapse, Actor actor) {
    var order = filter.order().whole();
    var value =
        jdbc.sql(VALUE.replace("/*value*/", Direction.value(order.by())))
            .param("id", lapse.value())
            .query(String.class)
            .optional()
            .orElseThrow(() -> new NotFound("lapse"));
    var before = Direction.before(order.after());
    var key = Map.of("v", filter.order().valueAt(value), "id", lapse.value());
    return new Place(
        neighbour(before + " order by " + Direction.reversed(order.by()), key, filter, actor),
        neighbour(order.after() + " order by " + order.by(), key, filter, actor),
        number(before, key, filter, actor));
  }

  private @Nullable String neighbour(
      String where, Map<String, Object> key, LostFilter filter, Actor actor) {
    var sql = asked("select l.id::text " + WHERE + " and " + where + " limit 1", filter, actor);
    return told(sql, filter, actor).params(key).query(String.class).optional().orElse(null);
  }

  private @Nullable Integer number(
      String before, Map<String, Object> key, LostFilter filter, Actor actor) {
    var there =
        told(asked("select count(*) " + WHERE + " and l.id = :id", filter, actor), filter, actor);
    if (there.param("id", key.get("id")).query(Integer.class).single() == 0) {
      return null;
    }
    var counted = "select count(*) from (select 1 " + WHERE + " and " + before + " limit :limit) x";
    return told(Pieces.limited(asked(counted, filter, actor), COUNTED), filter, actor)
            .params(key)
            .query(Integer.class)
            .single()
        + 1;
  }

  /** All rows of the filter one by one, without a limit; marketing gets no notes. */
  public void export(LostFilter filter, Actor actor, Consumer<LostRow> sink) {
    actor.require(Permission.EXPORT);
    for (var order : filter.order().order().all()) {
      var sql = select(FILE, filter, order, null, null, actor);
      try (var rows = sql.withFetchSize(500).query(LostRow.class).stream()) {
        rows.forEach(sink);
      }
    }
  }

  /** The conditions of the filter and of the actor in their places. */
  static String asked(String sql, LostFilter filter, Actor actor) {
    return UntouchedDays.listed(placed(sql, filter, actor));
  }

  private static String placed(String sql, LostFilter filter, Actor actor) {
    var stages =
        filter.category().in(sql, "l").replace("/*stages*/", LostPieces.stageNames(filter));
    var params = LostPieces.of(filter);
    var told = SignalAsked.in(Search.in(Visible.in(stages, actor), params), params, "l");
    return Pieces.asked(told, params);
  }

  private JdbcClient.StatementSpec told(String sql, LostFilter filter, Actor actor) {
    return jdbc.sql(sql)
        .params(LostPieces.of(filter))
        .params(Visible.to(actor))
        .param("today", clock.today())
        .param("zone", clock.getZone().getId());
  }

  private JdbcClient.StatementSpec select(
      String list,
      LostFilter filter,
      ListOrder order,
      @Nullable Cursor after,
      @Nullable Integer limit,
      Actor actor) {
    var sql = order.in(asked(list, filter, actor), after == null);
    return told(Pieces.limited(sql, limit), filter, actor)
        .param("day", signals.asOf())
        .param("v", after == null ? null : filter.order().read(after.values().get(0)))
        .param("id", after == null ? null : after.number(1));
  }
}
