package dev.winback.report;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All customers as a list: searched, filtered, paged, counted, exported. */
@Service
@Transactional(readOnly = true)
public class CustomerLists {

  private static final String WHERE = CustomerPieces.WHERE;

  /** One step of the index for each kind, however many customers are of it. */
  private static final String KINDS = Sql.of(CustomerLists.class, "customer-kinds.sql");

  private static final String VALUE = Sql.of(CustomerLists.class, "customers-value.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  CustomerLists(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public Paged<CustomerRow> page(
      CustomerFilter filter, @Nullable String after, int limit, Actor actor) {
    var order = filter.order();
    var rows =
        order
            .order()
            .read(
                Cursor.decode(after, 2),
                limit + 1,
                (by, from, most) ->
                    select(filter, by, from, most, actor).query(CustomerRow.class).list());
    return Paged.of(rows, limit, row -> Cursor.encode(order.valueOf(row), row.id()));
  }

  /** The kinds of buyers that customers are of, in their order. */
  public List<String> kinds() {
    return jdbc.sql(KINDS).query(String.class).list();
  }

  /** At most one more than {@link LostCustomers#COUNTED}: then there are more than that. */
  public int count(CustomerFilter filter, Actor actor) {
    return count(filter, LostCustomers.COUNTED + 1, actor);
  }

  /** Exactly, however many: a program that pages to the end compares. */
  public int countAll(CustomerFilter filter, Actor actor) {
    return count(filter, null, actor);
  }

  /** The same, counting no further than to this limit; null: to the end. */
  public int count(CustomerFilter filter, @Nullable Integer limit, Actor actor) {
    var sql = CustomerPieces.asked(CustomerPieces.count(filter, actor), filter, actor);
    return jdbc.sql(Pieces.limited(sql, limit))
        .params(filter.params())
        .params(Visible.to(actor))
        .params(quiet())
        .query(Integer.class)
        .single();
  }

  /** Where a customer stands among those of the filter; the neighbours by their own numbers. */
  public Place place(CustomerFilter filter, CustomerId customer, Actor actor) {
    var order = filter.order().whole();
    var value =
        jdbc.sql(VALUE.replace("/*value*/", Direction.value(order.by())))
            .param("id", customer.value())
            .query(String.class)
            .optional();
    if (value.isEmpty()) {
      return new Place(null, null, null);
    }
    var before = Direction.before(order.after());
    var key = Map.of("v", filter.order().valueAt(value.get()), "id", customer.value());
    return new Place(
        neighbour(before + " order by " + Direction.reversed(order.by()), key, filter, actor),
        neighbour(order.after() + " order by " + order.by(), key, filter, actor),
        number(before, key, filter, actor));
  }

  private @Nullable String neighbour(
      String where, Map<String, Object> key, CustomerFilter filter, Actor actor) {
    return told("select c.ref " + WHERE + " and " + where + " limit 1", filter, actor)
        .params(key)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private @Nullable Integer number(
      String before, Map<String, Object> key, CustomerFilter filter, Actor actor) {
    var there = told("select count(*) " + WHERE + " and c.id = :id", filter, actor);
    if (there.param("id", key.get("id")).query(Integer.class).single() == 0) {
      return null;
    }
    var counted = "select count(*) from (select 1 " + WHERE + " and " + before + " limit :limit) x";
    return told(Pieces.limited(counted, LostCustomers.COUNTED), filter, actor)
            .params(key)
            .query(Integer.class)
            .single()
        + 1;
  }

  private JdbcClient.StatementSpec told(String sql, CustomerFilter filter, Actor actor) {
    return jdbc.sql(CustomerPieces.asked(sql, filter, actor))
        .params(filter.params())
        .params(Visible.to(actor))
        .params(quiet());
  }

  /** All rows of the filter one by one, without a limit. */
  public void export(CustomerFilter filter, Actor actor, Consumer<CustomerRow> sink) {
    actor.require(Permission.EXPORT);
    for (var order : filter.order().order().all()) {
      var sql = select(filter, order, null, null, actor);
      try (var rows = sql.withFetchSize(500).query(CustomerRow.class).stream()) {
        rows.forEach(sink);
      }
    }
  }

  /**
   * Six months ago, as a day and as its first moment in the firm's zone; and the day whose month
   * VIPs wait in.
   */
  private Map<String, Object> quiet() {
    var since = clock.today().minusMonths(6);
    var from = since.atStartOfDay(clock.getZone()).toOffsetDateTime();
    var zone = clock.getZone().getId();
    return Map.of(
        "quiet_since", since, "quiet_from", from, "month_of", clock.today(), "zone", zone);
  }

  private JdbcClient.StatementSpec select(
      CustomerFilter filter,
      ListOrder order,
      @Nullable Cursor after,
      @Nullable Integer limit,
      Actor actor) {
    var sql =
        limit == null
            ? CustomerPieces.list(filter, order, after == null, actor)
            : CustomerPieces.page(filter, order, after == null, actor);
    return jdbc.sql(Pieces.limited(sql, limit))
        .params(filter.params())
        .params(Visible.to(actor))
        .params(quiet())
        .param("today", clock.today())
        .param("v", after == null ? null : filter.order().read(after.values().get(0)))
        .param("id", after == null ? null : after.number(1));
  }
}
