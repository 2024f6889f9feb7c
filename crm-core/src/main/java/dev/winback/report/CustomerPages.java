package dev.winback.report;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Sql;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  CustomerPages(JdbcClient jdbc, Signals signals, Timeline timeline, BusinessClock clock) {
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
