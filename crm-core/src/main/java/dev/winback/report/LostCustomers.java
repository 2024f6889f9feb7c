package dev.winback.report;

import dev.winback.lapse.LapseId;
import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
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
  static final String WHERE =
      Sql.of(LostCustomers.class, "lost-where.sql")
          .replace("/*visible*/", Visible.CUSTOMER)
          .replace("/*search*/", Sql.of(LostCustomers.class, "search.sql"))
          .replace("/*left*/", Sql.of(LostCustomers.class, "left.sql"));

  private static final String LIST =
      Sql.of(LostCustomers.class, "lost.sql").replace("/*where*/", WHERE);
  private static final String COUNT =
      "select count(*) from (select 1 " + WHERE + " limit :limit) capped";

  private static final String VALUE = Sql.of(LostCustomers.class, "lost-value.sql");

  private final JdbcClient jdbc;
  private final Signals signals;
  private final BusinessClock clock;

  LostCustomers(JdbcClient jdbc, Signals signals, BusinessClock clock) {
    this.clock = clock;
    this.jdbc = jdbc;
    this.signals = signals;
  }

  public Paged<LostRow> page(LostFilter filter, @Nullable String after, int limit, Actor actor) {
    var order = filter.order();
    var cursor = Cursor.decode(after, 2);
    var rows = select(filter, cursor, limit + 1, actor).query(LostRow.class).list();
    return Paged.of(rows, limit, row -> Cursor.encode(order.valueOf(row), row.lapse()));
  }

  /** At most one more than {@link #COUNTED}: then there are more than that. */
  public int count(LostFilter filter, Actor actor) {
    return count(filter, COUNTED + 1, actor);
  }

  /** The same, counting no further than to this limit. */
  public int count(LostFilter filter, int limit, Actor actor) {
    return asked(COUNT, filter, actor).param("limit", limit).query(Integer.class).single();
  }

  /** All lapses of the filter, for an act upon each of them. */
  public List<LapseId> all(LostFilter filter, Actor actor) {
    return asked("select l.id " + WHERE + " order by l.id", filter, actor)
        .query((row, n) -> new LapseId(row.getLong("id")))
        .list();
  }

  /** Where a loss stands among those of the filter; its neighbours also when it has left them. */
  public Place place(LostFilter filter, LapseId lapse, Actor actor) {
    var sort = filter.order();
    var value =
        jdbc.sql(VALUE.replace("/*value*/", Direction.value(sort.order())))
            .param("id", lapse.value())
            .query(String.class)
            .optional()
            .orElseThrow(() -> new NotFound("lapse"));
    var before = Direction.before(sort.after());
    var key = Map.of("v", sort.read(value), "id", lapse.value());
    return new Place(
        neighbour(before + " order by " + Direction.reversed(sort.order()), key, filter, actor),
        neighbour(sort.after() + " order by " + sort.order(), key, filter, actor),
        number(before, key, filter, actor));
  }

  private @Nullable String neighbour(
      String where, Map<String, Object> key, LostFilter filter, Actor actor) {
    return asked("select l.id::text " + WHERE + " and " + where + " limit 1", filter, actor)
        .params(key)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private @Nullable Integer number(
      String before, Map<String, Object> key, LostFilter filter, Actor actor) {
    var there = asked("select count(*) " + WHERE + " and l.id = :id", filter, actor);
    if (there.param("id", key.get("id")).query(Integer.class).single() == 0) {
      return null;
    }
    var counted = "select count(*) from (select 1 " + WHERE + " and " + before + " limit :limit) x";
    return asked(counted, filter, actor)
            .params(key)
            .param("limit", COUNTED)
            .query(Integer.class)
            .single()
        + 1;
  }

  private JdbcClient.StatementSpec asked(String sql, LostFilter filter, Actor actor) {
    return jdbc.sql(filter.category().in(sql))
        .params(filter.params())
        .params(Visible.to(actor))
        .param("zone", clock.getZone().getId());
  }

  /** All rows of the filter one by one, without a limit; marketing gets no notes. */
  public void export(LostFilter filter, Actor actor, Consumer<LostRow> sink) {
    actor.require(Permission.EXPORT);
    try (var rows =
        select(filter, null, null, actor).withFetchSize(500).query(LostRow.class).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec select(
      LostFilter filter, @Nullable Cursor after, @Nullable Integer limit, Actor actor) {
    var order = filter.order();
    return jdbc.sql(
            filter
                .category()
                .in(LIST)
                .replace("/*after*/", after == null ? "true" : order.after())
                .replace("/*order*/", order.order()))
        .params(filter.params())
        .params(Visible.to(actor))
        .param("zone", clock.getZone().getId())
        .param("day", signals.asOf())
        .param("today", clock.today())
        .param("v", after == null ? null : order.read(after.values().get(0)))
        .param("id", after == null ? null : after.number(1))
        .param("limit", limit);
  }
}
