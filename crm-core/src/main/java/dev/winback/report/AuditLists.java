package dev.winback.report;

import dev.winback.customer.Customers;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberId;
import dev.winback.staff.Permission;
import dev.winback.staff.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Who did and read what, for administrators. */
@Service
@Transactional(readOnly = true)
public class AuditLists {

  /** Entries on one page. */
  public static final int ROWS = 50;

  private static final int PIECE = 1_000;
  private static final String LIST = Sql.of(AuditLists.class, "audit.sql");
  private static final String ACTS = Sql.of(AuditLists.class, "audit-acts.sql");
  private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Staff staff;
  private final Customers customers;
  private final BusinessClock clock;
  private final ObjectMapper json;

  AuditLists(
      JdbcClient jdbc, Staff staff, Customers customers, BusinessClock clock, ObjectMapper json) {
    this.jdbc = jdbc;
    this.staff = staff;
    this.customers = customers;
    this.clock = clock;
    this.json = json;
  }

  public Paged<AuditRow> page(AuditFilter filter, @Nullable String after, Actor actor) {
    return page(filter, after, ROWS, actor);
  }

  /** The codes of all acts that have ever happened. */
  public List<String> acts(Actor actor) {
    actor.require(Permission.ADMINISTER);
    return jdbc.sql(ACTS).query(String.class).list();
  }

  /** All entries of the filter, a piece in memory at a time. */
  public void export(AuditFilter filter, Actor actor, Consumer<AuditRow> each) {
    String after = null;
    do {
      var page = page(filter, after, PIECE, actor);
      page.items().forEach(each);
      after = page.next();
    } while (after != null);
  }

  private Paged<AuditRow> page(AuditFilter filter, @Nullable String after, int limit, Actor actor) {
    actor.require(Permission.ADMINISTER);
    var params = params(filter, Cursor.decode(after, 2));
    var rows =
        jdbc.sql(Pieces.limited(Pieces.asked(LIST, params), limit + 1))
            .params(params)
            .query((row, n) -> row(row))
            .list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.at().atOffset(ZoneOffset.UTC), row.id()));
  }

  private Map<String, @Nullable Object> params(AuditFilter filter, @Nullable Cursor after) {
    var days = filter.days();
    var params = new HashMap<String, @Nullable Object>();
    params.put("kind", filter.kindAsked());
    params.put("act", filter.actAsked());
    params.put("member", member(filter.memberAsked()));
    params.put("customer", customer(filter.customerAsked()));
    params.put("everybody", params.get("customer") == null ? true : null);
    params.put("from", days.from() == null ? null : begins(days.from()));
    params.put("to", days.to() == null ? null : begins(days.to().plusDays(1)));
    params.put("at", after == null ? null : after.moment(0));
    params.put("id", after == null ? null : after.number(1));
    return params;
  }

  /** Nobody's key finds nothing: a filter that is not understood must not show everything. */
  private @Nullable Long member(@Nullable String login) {
    return login == null ? null : staff.keyOf(login).map(MemberId::value).orElse(0L);
  }

  private @Nullable Long customer(@Nullable String ref) {
    return ref == null ? null : customers.byRef(ref).map(id -> id.value()).orElse(0L);
  }

  private OffsetDateTime begins(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
  }

  private AuditRow row(ResultSet row) throws SQLException {
    return new AuditRow(
        row.getLong("id"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("member"),
        row.getString("key"),
        row.getString("kind"),
        row.getString("action"),
        row.getString("subject"),
        row.getLong("subject_id"),
        row.getString("customer"),
        json.readValue(row.getString("detail"), DETAIL));
  }
}
