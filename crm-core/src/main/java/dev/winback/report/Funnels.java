package dev.winback.report;

import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The recovery funnel: lost, contacted, reached, offered, agreed, ordered (look.md, "Charts"). */
@Service
@Transactional(readOnly = true)
public class Funnels {

  private static final String WHERE = Sql.of(Funnels.class, "funnel-where.sql");
  private static final String COUNTS =
      Sql.of(Funnels.class, "funnel.sql").replace("/*where*/", WHERE);
  private static final String NAMES =
      Sql.of(Funnels.class, "funnel-names.sql").replace("/*where*/", WHERE);

  private static final String COUNTED =
      "select count(*) as losses, count(distinct l.customer_id) as customers\n"
          + WHERE
          + " and far.step >= :step and (not :alone or d.step is null)";

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final String currency;

  Funnels(JdbcClient jdbc, BusinessClock clock, Settings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    currency = settings.currency().getCurrencyCode();
  }

  public String currency() {
    return currency;
  }

  /** A rep's own customers for a rep. */
  public Funnel of(FunnelFilter filter, Actor actor) {
    return select(COUNTS, filter, actor).param("currency", currency).query(Funnel.class).single();
  }

  /** Who came at least as far as the filter's step. */
  public Paged<FunnelName> names(
      FunnelFilter filter, @Nullable String after, int limit, Actor actor) {
    var rows =
        names(filter, Cursor.decode(after, 2), limit + 1, actor).query(FunnelName.class).list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.openedOn(), row.lapse()));
  }

  public long count(FunnelFilter filter, Actor actor) {
    return counted(filter, actor).losses();
  }

  /** How long the list of the filter's step is, and of how many customers. */
  public FunnelCount counted(FunnelFilter filter, Actor actor) {
    return select(COUNTED, filter, actor)
        .param("step", filter.stepAsked())
        .param("alone", filter.alone())
        .query(FunnelCount.class)
        .single();
  }

  public void export(FunnelFilter filter, Actor actor, Consumer<FunnelName> sink) {
    actor.require(Permission.EXPORT);
    try (var rows =
        names(filter, null, null, actor).withFetchSize(500).query(FunnelName.class).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec names(
      FunnelFilter filter, @Nullable Cursor after, @Nullable Integer limit, Actor actor) {
    return select(Pieces.limited(NAMES, limit), filter, actor)
        .param("step", filter.stepAsked())
        .param("alone", filter.alone())
        .param("after_day", after == null ? null : after.day(0))
        .param("after_id", after == null ? null : after.number(1));
  }

  private JdbcClient.StatementSpec select(String sql, FunnelFilter filter, Actor actor) {
    actor.require(Permission.SEE_LOSSES);
    var today = clock.today();
    return jdbc.sql(Visible.in(sql, actor))
        .params(Visible.to(actor))
        .param("from", filter.first(today))
        .param("to", filter.last(today))
        .param("abc", filter.abcAsked())
        .param("zone", clock.getZone().getId());
  }
}
