package dev.winback.report;

import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The recovery funnel: lost, contacted, reached, offered, agreed, ordered (look.md, "Charts"), as
 * of the last night.
 */
@Service
@Transactional(readOnly = true)
public class Funnels {

  private static final String COUNTS = Sql.of(Funnels.class, "funnel.sql");
  private static final String NAMES = Sql.of(Funnels.class, "funnel-names.sql");
  private static final String AFTER = "(f.opened_on, f.lapse_id) < (:after_day, :after_id)";

  /** A rep's own customers are few enough to be counted when he asks. */
  private static final String OWN =
      "("
          + FunnelSteps.COUNTED.replace(
              "/*own*/",
              "join lapse l on l.id = f.lapse_id and l.customer_id in (/*visible customers*/)"
                  + " and l.customer_id not in (select e.id from customer e where e.erased_at is not null)")
          + ")";

  private static final String CUSTOMERS = Sql.of(Funnels.class, "funnel-customers.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Signals signals;
  private final String currency;

  Funnels(JdbcClient jdbc, BusinessClock clock, Signals signals, Settings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.signals = signals;
    currency = settings.currency().getCurrencyCode();
  }

  public String currency() {
    return currency;
  }

  /** The day to which it is counted. */
  public LocalDate day() {
    return signals.asOf();
  }

  /** A rep's own customers for a rep. */
  public Funnel of(FunnelFilter filter, Actor actor) {
    var days = actor.may(Permission.SEE_ALL_CUSTOMERS) ? "funnel_day" : OWN;
    return select(COUNTS.replace("/*days*/", days), filter, actor)
        .param("currency", currency)
        .query(Funnel.class)
        .single();
  }

  /** Who came at least as far as the filter's step. */
  public Paged<FunnelName> names(
      FunnelFilter filter, @Nullable String after, int limit, Actor actor) {
    var rows =
        names(filter, Cursor.decode(after, 2), limit + 1, actor).query(FunnelName.class).list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.openedOn(), row.lapse()));
  }

  public long count(FunnelFilter filter, Actor actor) {
    var funnel = of(filter, actor);
    return filter.alone() ? funnel.alone() : funnel.steps().get(filter.stepAsked()).count();
  }

  /** How long the list of the filter's step is, and of how many customers. */
  public FunnelCount counted(FunnelFilter filter, Actor actor) {
    long losses = count(filter, actor);
    return new FunnelCount(losses, losses > FunnelCount.COUNTED ? null : customers(filter, actor));
  }

  private long customers(FunnelFilter filter, Actor actor) {
    return select(CUSTOMERS, filter, actor)
        .param("step", filter.stepAsked())
        .param("alone", filter.alone())
        .query(Long.class)
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
    var sql = Pieces.limited(NAMES, limit).replace("/*after*/", after == null ? "true" : AFTER);
    return select(sql, filter, actor)
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
        .param("abc", filter.abcAsked());
  }
}
