package dev.winback.report;

import dev.winback.lapse.Visible;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which changes preceded the losses (UND-22), and which of them look like a mass loss (UND-27). */
@Service
@Transactional(readOnly = true)
public class EventLosses {

  private static final String EVENTS = Sql.of(EventLosses.class, "events.sql");
  private static final String COUNT =
      "select count(*) from business_event where removed_at is null";
  private static final LocalDate END = LocalDate.of(9999, 1, 1);

  private final JdbcClient jdbc;
  private final String currency;

  EventLosses(JdbcClient jdbc, Settings settings) {
    this.jdbc = jdbc;
    currency = settings.currency().getCurrencyCode();
  }

  public String currency() {
    return currency;
  }

  /** The latest first. */
  public Paged<EventRow> page(@Nullable String after, int limit, Actor actor) {
    var cursor = Cursor.decode(after, 2);
    var rows = rows(cursor, limit + 1, actor);
    return Paged.of(rows, limit, row -> Cursor.encode(row.day(), row.id()));
  }

  /** All of them; there is one in a month or two. */
  public List<EventRow> export(Actor actor) {
    actor.require(Permission.EXPORT);
    return rows(null, null, actor);
  }

  public long count(Actor actor) {
    actor.require(Permission.SEE_LOSSES);
    return jdbc.sql(COUNT).query(Long.class).single();
  }

  private List<EventRow> rows(@Nullable Cursor cursor, @Nullable Integer limit, Actor actor) {
    actor.require(Permission.SEE_LOSSES);
    return jdbc.sql(Visible.in(EVENTS, actor))
        .params(Visible.to(actor))
        .param("currency", currency)
        .param("until", cursor == null ? END : cursor.day(0))
        .param("before", cursor == null ? Long.valueOf(0) : cursor.number(1))
        .param("limit", limit)
        .query(EventRow.class)
        .list();
  }
}
