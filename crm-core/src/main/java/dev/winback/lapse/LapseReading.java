package dev.winback.lapse;

import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at lapses, and counts them. */
@Component
class LapseReading {

  private static final String SEES =
      Sql.of(LapseReading.class, "sees.sql").replace("/*visible*/", Visible.CUSTOMER);

  private static final String LIMIT = Sql.of(LapseReading.class, "lost-limit.sql");
  private static final String TALLY = Sql.of(LapseReading.class, "tally.sql");

  private static final String KNOW = Sql.of(LapseReading.class, "know.sql");

  private static final String ROWS = Sql.of(LapseReading.class, "rows.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  LapseReading(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  boolean sees(long customer, Actor actor) {
    return jdbc.sql(SEES)
        .param("customer", customer)
        .params(Visible.to(actor))
        .query(Boolean.class)
        .single();
  }

  long tally() {
    jdbc.sql(LIMIT).update();
    return jdbc.sql(TALLY).query(Long.class).single();
  }

  void know(Set<CustomerId> customers) {
    jdbc.sql(KNOW).param("customers", Sql.array(customers, CustomerId::value)).update();
  }

  /** The pause of a loss, also one that is over. */
  @Nullable LocalDate notBefore(LapseId id) {
    return jdbc.sql("select not_before from lapse where id = :id")
        .param("id", id.value())
        .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single()
        .orElse(null);
  }

  LapseRow row(LapseId id, Actor actor) {
    return rows(id, LapseFilter.NONE, null, 1, actor).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("lapse"));
  }

  Paged<LapseRow> rows(LapseFilter filter, @Nullable String after, int limit, Actor actor) {
    var cursor = Cursor.decode(after, 1);
    var from = cursor == null ? null : cursor.number(0);
    return Paged.of(
        rows(null, filter, from, limit + 1, actor), limit, row -> Cursor.encode(row.id().value()));
  }

  private List<LapseRow> rows(
      @Nullable LapseId id, LapseFilter filter, @Nullable Long after, int limit, Actor actor) {
    var params = new HashMap<String, Object>();
    params.put("id", id == null ? null : id.value());
    params.put("stage", filter.stage() == null ? null : filter.stage().name());
    params.put("ref", filter.ref());
    params.put("assignee", filter.assignee());
    params.put("after", after);
    var sql = Pieces.asked(Visible.in(ROWS, actor), params);
    return jdbc.sql(Pieces.limited(sql, limit))
        .params(params)
        .params(Visible.to(actor))
        .param("today", clock.today())
        .query(LapseRow::of)
        .list();
  }
}
