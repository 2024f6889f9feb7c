package dev.winback.report;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
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

  static final String STANDING = Sql.of(CustomerLists.class, "standing.sql");

  private static final String WHERE =
      Sql.of(CustomerLists.class, "customers-where.sql")
          .replace("/*visible*/", Visible.CUSTOMER)
          .replace("/*search*/", Sql.of(CustomerLists.class, "search.sql"))
          .replace("/*standing*/", STANDING)
          .replace("/*quiet*/", Sql.of(CustomerLists.class, "quiet.sql"));

  /** One step of the index for each kind, however many customers are of it. */
  private static final String KINDS = Sql.of(CustomerLists.class, "customer-kinds.sql");

  private static final String LIST =
      Sql.of(CustomerLists.class, "customers.sql").replace("/*where*/", WHERE);
  private static final String COUNT =
      "select count(*) from (select 1 " + WHERE + " limit :limit) capped";

  /**
   * Erased and merged customers have no category: one range of one index says how many there are.
   */
  private static final String COUNT_CATEGORY =
      "select count(*) from (select 1 from customer_category k where /*category*/ limit :limit) capped";

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
        select(filter, Cursor.decode(after, 2), limit + 1, actor).query(CustomerRow.class).list();
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
    boolean categoryOnly = filter.categoryOnly() && actor.may(Permission.SEE_ALL_CUSTOMERS);
    return jdbc.sql(filter.category().in(categoryOnly ? COUNT_CATEGORY : COUNT))
        .params(filter.params())
        .params(Visible.to(actor))
        .params(quiet())
        .param("limit", limit)
        .query(Integer.class)
        .single();
  }

  /** Where a customer stands among those of the filter; the neighbours by their own numbers. */
  public Place place(CustomerFilter filter, CustomerId customer, Actor actor) {
    var sort = filter.order();
    var value =
        jdbc.sql(VALUE.replace("/*value*/", Direction.value(sort.order())))
            .param("id", customer.value())
            .query(String.class)
            .optional();
    if (value.isEmpty()) {
      return new Place(null, null, null);
    }
    var before = Direction.before(sort.after());
    var key = Map.of("v", sort.read(value.get()), "id", customer.value());
    return new Place(
        neighbour(before + " order by " + Direction.reversed(sort.order()), key, filter, actor),
        neighbour(sort.after() + " order by " + sort.order(), key, filter, actor),
        number(before, key, filter, actor));
  }

  private @Nullable String neighbour(
      String where, Map<String, Object> key, CustomerFilter filter, Actor actor) {
    return asked("select c.ref " + WHERE + " and " + where + " limit 1", filter, actor)
        .params(key)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private @Nullable Integer number(
      String before, Map<String, Object> key, CustomerFilter filter, Actor actor) {
    var there = asked("select count(*) " + WHERE + " and c.id = :id", filter, actor);
    if (there.param("id", key.get("id")).query(Integer.class).single() == 0) {
      return null;
    }
    var counted = "select count(*) from (select 1 " + WHERE + " and " + before + " limit :limit) x";
    return asked(counted, filter, actor)
            .params(key)
            .param("limit", LostCustomers.COUNTED)
            .query(Integer.class)
            .single()
        + 1;
  }

  private JdbcClient.StatementSpec asked(String sql, CustomerFilter filter, Actor actor) {
    return jdbc.sql(filter.category().in(sql))
        .params(filter.params())
        .params(Visible.to(actor))
        .params(quiet());
  }

  /** All rows of the filter one by one, without a limit. */
  public void export(CustomerFilter filter, Actor actor, Consumer<CustomerRow> sink) {
    actor.require(Permission.EXPORT);
    try (var rows =
        select(filter, null, null, actor).withFetchSize(500).query(CustomerRow.class).stream()) {
      rows.forEach(sink);
    }
  }

  /** Six months ago, as a day and as its first moment in the firm's zone. */
  private Map<String, Object> quiet() {
    var since = clock.today().minusMonths(6);
    var from = since.atStartOfDay(clock.getZone()).toOffsetDateTime();
    return Map.of("quiet_since", since, "quiet_from", from);
  }

  private JdbcClient.StatementSpec select(
      CustomerFilter filter, @Nullable Cursor after, @Nullable Integer limit, Actor actor) {
    return jdbc.sql(filter.category().in(filter.order().in(LIST)))
        .params(filter.params())
        .params(Visible.to(actor))
        .params(quiet())
        .param("today", clock.today())
        .param("v", after == null ? null : filter.order().read(after.values().get(0)))
        .param("id", after == null ? null : after.number(1))
        .param("limit", limit);
  }
}
