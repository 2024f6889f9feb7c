package dev.winback.aftercare;

import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Customers whom we dropped ourselves, to look at again (CAL-36). */
@Service
@Transactional(readOnly = true)
public class Refusals {

  public static final List<String> SHOWN = List.of("all", "due");

  private static final String WHERE =
      Sql.of(Refusals.class, "refusals-where.sql").replace("/*visible*/", Visible.CUSTOMER);
  private static final String LIST =
      Sql.of(Refusals.class, "refusals.sql").replace("/*where*/", WHERE);

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  Refusals(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The dearest first. */
  public Paged<Refusal> page(
      @Nullable String show, @Nullable String after, int limit, Actor actor) {
    var rows = list(show, Cursor.decode(after, 2), limit + 1, actor).query(Refusal.class).list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.valueYear(), row.lapse()));
  }

  public long count(@Nullable String show, Actor actor) {
    return select("select count(*) " + WHERE, show, actor).query(Long.class).single();
  }

  public void export(@Nullable String show, Actor actor, Consumer<Refusal> sink) {
    actor.require(Permission.EXPORT);
    try (var rows =
        list(show, null, null, actor).withFetchSize(500).query(Refusal.class).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec list(
      @Nullable String show, @Nullable Cursor after, @Nullable Integer limit, Actor actor) {
    return select(LIST, show, actor)
        .param("after_value", after == null ? null : after.amount(0))
        .param("after_id", after == null ? null : after.number(1))
        .param("limit", limit);
  }

  private JdbcClient.StatementSpec select(String sql, @Nullable String show, Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    return jdbc.sql(sql)
        .params(Visible.to(actor))
        .param("day", clock.today())
        .param("zone", clock.getZone().getId())
        .param("show", asked(show));
  }

  /** The word that holds; refused when the address says one that is none. */
  public static String asked(@Nullable String show) {
    var asked = show == null || show.isBlank() ? "all" : show.strip();
    if (!SHOWN.contains(asked)) {
      throw Refused.field("show", "aftercare.refused.show", asked, String.join(", ", SHOWN));
    }
    return asked;
  }
}
