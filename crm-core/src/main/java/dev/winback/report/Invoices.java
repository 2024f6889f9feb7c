package dev.winback.report;

import dev.winback.lapse.Visible;
import dev.winback.purchase.DaysLate;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The single invoices behind how a customer pays (MEA-15); a rep's own customers for a rep. */
@Service
@Transactional(readOnly = true)
public class Invoices {

  private static final String ALL = DaysLate.limited(Sql.of(Invoices.class, "invoices.sql"));
  private static final String LIST =
      ALL + "select * from invoice where /*after*/ order by due desc, id desc limit :limit";
  private static final String COUNT = ALL + "select count(*) from invoice";
  private static final String NAME =
      "select c.display_name from customer c where c.ref = :customer and c.erased_at is null and /*visible*/";
  private static final String AFTER = "(due, id) < (:after_due, :after_id)";

  private final JdbcClient jdbc;
  private final Figures figures;
  private final BusinessClock clock;

  Invoices(JdbcClient jdbc, Figures figures, BusinessClock clock) {
    this.jdbc = jdbc;
    this.figures = figures;
    this.clock = clock;
  }

  /** Whose they are; a customer whom the member does not see is not there. */
  public String name(String ref, Actor actor) {
    return of(NAME, ref, actor)
        .query(String.class)
        .optional()
        .orElseThrow(() -> new NotFound("customer"));
  }

  /** What was due last first. */
  public Paged<Invoice> page(
      String ref, InvoiceFilter filter, @Nullable String after, int limit, Actor actor) {
    var rows =
        list(ref, filter, Cursor.decode(after, 2), limit + 1, actor).query(Invoice.class).list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.due(), row.id()));
  }

  public long count(String ref, InvoiceFilter filter, Actor actor) {
    return select(COUNT, ref, filter, actor).query(Long.class).single();
  }

  public void export(String ref, InvoiceFilter filter, Actor actor, Consumer<Invoice> sink) {
    actor.require(Permission.EXPORT);
    try (var rows =
        list(ref, filter, null, null, actor).withFetchSize(500).query(Invoice.class).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec list(
      String ref,
      InvoiceFilter filter,
      @Nullable Cursor after,
      @Nullable Integer limit,
      Actor actor) {
    var sql = Pieces.limited(LIST, limit).replace("/*after*/", after == null ? "true" : AFTER);
    return select(sql, ref, filter, actor)
        .param("after_due", after == null ? null : after.day(0))
        .param("after_id", after == null ? null : after.number(1));
  }

  private JdbcClient.StatementSpec select(
      String sql, String ref, InvoiceFilter filter, Actor actor) {
    return of(sql, ref, actor)
        .param("show", filter.asked())
        .param("day", figures.day())
        .param("zone", clock.getZone().getId());
  }

  private JdbcClient.StatementSpec of(String sql, String ref, Actor actor) {
    actor.require(Permission.SEE_LOSSES);
    return jdbc.sql(Visible.in(sql, actor)).params(Visible.to(actor)).param("customer", ref);
  }
}
