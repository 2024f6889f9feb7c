package dev.winback.aftercare;

import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers in their fragile year (RET-02, RET-08) as a list. */
@Service
@Transactional(readOnly = true)
public class FragileCustomers {

  /** Up to here the list is counted exactly (look.md, rule 7). */
  public static final int COUNTED = 10_000;

  private static final String WHERE = Sql.of(FragileCustomers.class, "fragile-where.sql");
  private static final String LIST =
      Sql.of(FragileCustomers.class, "fragile.sql").replace("/*where*/", WHERE);
  private static final String COUNT =
      "select count(*) from (select " + WHERE + " limit :limit) capped";

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  FragileCustomers(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Who came back last first. */
  public Paged<FragileRow> page(
      FragileFilter filter, @Nullable String after, int limit, Actor actor) {
    var rows =
        list(filter, Cursor.decode(after, 2), limit + 1, actor).query(FragileRow.class).list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.returnedOn(), row.lapse()));
  }

  /** At most one more than {@link #COUNTED}: then there are more than that. */
  public long count(FragileFilter filter, Actor actor) {
    var sql = Pieces.limited(COUNT, COUNTED + 1);
    return select(sql, filter, actor).query(Long.class).single();
  }

  public void export(FragileFilter filter, Actor actor, Consumer<FragileRow> sink) {
    actor.require(Permission.EXPORT);
    var all = list(filter, null, null, actor).withFetchSize(500);
    try (var rows = all.query(FragileRow.class).stream()) {
      rows.forEach(sink);
    }
  }

  /** Those of these customers, whom the member has before him, who are fragile today. */
  public Set<String> among(Collection<String> refs, Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    return jdbc.sql("select ref from customer where ref = any (:refs) and fragile(id, :day)")
        .param("refs", refs.toArray(String[]::new))
        .param("day", clock.today())
        .query(String.class)
        .set();
  }

  private JdbcClient.StatementSpec list(
      FragileFilter filter, @Nullable Cursor after, @Nullable Integer limit, Actor actor) {
    return select(LIST, filter, actor)
        .param("after_day", after == null ? null : after.day(0))
        .param("after_id", after == null ? null : after.number(1))
        .param("limit", limit);
  }

  private JdbcClient.StatementSpec select(String sql, FragileFilter filter, Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    // a rep's customers are few, and found once; asked one by one all who are fragile were read
    boolean all = actor.may(Permission.SEE_ALL_CUSTOMERS);
    var whose = all ? "true" : "l.customer_id in (/*visible customers*/)";
    return jdbc.sql(Visible.in(sql.replace("/*visible*/", whose), actor))
        .params(Visible.to(actor))
        .param("day", clock.today())
        .param("show", filter.asked());
  }
}
