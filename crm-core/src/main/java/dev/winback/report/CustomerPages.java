package dev.winback.report;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Money;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One customer as people see him: facts, lapses, and everything that happened in one time line. */
@Service
@Transactional(readOnly = true)
public class CustomerPages {

  /** Items of the time line on one page. */
  public static final int ITEMS = 30;

  private static final String CUSTOMER =
      Sql.of(CustomerPages.class, "customer.sql")
          .replace("/*visible*/", Visible.CUSTOMER)
          .replace("/*standing*/", Sql.of(CustomerPages.class, "standing.sql"));
  private static final String LAPSES = Sql.of(CustomerPages.class, "customer-lapses.sql");

  private final JdbcClient jdbc;
  private final Signals signals;
  private final Timeline timeline;
  private final BusinessClock clock;
  private final Settings settings;

  CustomerPages(
      JdbcClient jdbc, Signals signals, Timeline timeline, BusinessClock clock, Settings settings) {
    this.settings = settings;
    this.clock = clock;
    this.jdbc = jdbc;
    this.signals = signals;
    this.timeline = timeline;
  }

  /** Not found when there is none, or none that this member may see. */
  public CustomerFacts facts(String ref, Actor actor) {
    return jdbc.sql(CUSTOMER)
        .param("ref", ref)
        .param("notes", actor.may(Permission.READ_CALL_NOTES))
        .param("day", signals.asOf())
        .param("today", clock.today())
        .params(Visible.to(actor))
        .query(CustomerFacts.class)
        .optional()
        .orElseThrow(() -> new NotFound("customer"));
  }

  /** What files said of him and no field of ours has, by name: the column of the file. */
  public Map<String, String> attributes(CustomerFacts customer) {
    var attributes = new LinkedHashMap<String, String>();
    jdbc.sql(
            """
            select a.key, a.value from customer c cross join jsonb_each_text(c.attributes) a
             where c.id = :customer and coalesce(a.value, '') <> '' order by a.key
            """)
        .param("customer", customer.id())
        .query(
            row -> {
              attributes.put(row.getString("key"), row.getString("value"));
            });
    return attributes;
  }

  /** What he has paid, each currency apart, the one in which he is judged first. */
  public List<Money> revenue(CustomerFacts customer) {
    return jdbc.sql(
            """
            select sum(p.amount - p.refunded) as amount, p.currency from purchase p
             where p.customer_id = :customer and p.counting group by p.currency
            having sum(p.amount - p.refunded) <> 0 or p.currency = :judged
             order by p.currency <> :judged, p.currency
            """)
        .param("customer", customer.id())
        .param("judged", Objects.requireNonNullElse(customer.currency(), ""))
        .query((row, n) -> new Money(row.getBigDecimal("amount"), row.getString("currency")))
        .list();
  }

  /**
   * Whether nothing of the year up to his last purchase was paid in the firm's currency: then his
   * class and group say nothing of him.
   */
  public boolean foreignYear(CustomerFacts customer) {
    return customer.lastPurchase() != null
        && jdbc.sql(
                """
                select coalesce(bool_and(p.currency <> :ours), false) from purchase p
                 where p.customer_id = :customer and p.counting
                   and (p.purchased_at at time zone :zone)::date > :last::date - interval '1 year'
                """)
            .param("customer", customer.id())
            .param("ours", settings.currency().getCurrencyCode())
            .param("zone", clock.getZone().getId())
            .param("last", customer.lastPurchase())
            .query(Boolean.class)
            .single();
  }

  public List<LapseLine> lapses(CustomerFacts customer) {
    return lapses(customer.customer());
  }

  List<LapseLine> lapses(CustomerId customer) {
    return jdbc.sql(LAPSES).param("customer", customer.value()).query(LapseLine.class).list();
  }

  /** The wanted kind of fact; null: all. */
  public Paged<TimelineItem> timeline(
      CustomerFacts customer, @Nullable String kind, @Nullable String after, Actor actor) {
    return timeline.page(customer.id(), kind, after, ITEMS, actor);
  }

  /** How many facts of each kind there are, in the order of the filters. */
  public Map<String, Long> kinds(CustomerFacts customer) {
    return timeline.counts(customer.id());
  }
}
