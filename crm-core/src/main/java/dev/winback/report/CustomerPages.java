package dev.winback.report;

import dev.winback.lapse.Visible;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Sql;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
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
          .replace("/*standing*/", CustomerLists.STANDING);
  private static final String LAPSES = Sql.of(CustomerPages.class, "customer-lapses.sql");
  private static final String TIMELINE = Sql.of(CustomerPages.class, "timeline.sql");
  private static final OffsetDateTime END = OffsetDateTime.parse("9999-01-01T00:00:00Z");

  private final JdbcClient jdbc;
  private final Signals signals;

  CustomerPages(JdbcClient jdbc, Signals signals) {
    this.jdbc = jdbc;
    this.signals = signals;
  }

  /** Not found when there is none, or none that this member may see. */
  public CustomerFacts facts(String ref, Actor actor) {
    return jdbc.sql(CUSTOMER)
        .param("ref", ref)
        .param("notes", actor.may(Permission.READ_CALL_NOTES))
        .param("day", signals.asOf())
        .params(Visible.to(actor))
        .query(CustomerFacts.class)
        .optional()
        .orElseThrow(() -> new NotFound("customer"));
  }

  public List<LapseLine> lapses(CustomerFacts customer) {
    return jdbc.sql(LAPSES).param("customer", customer.id()).query(LapseLine.class).list();
  }

  public Paged<TimelineItem> timeline(CustomerFacts customer, @Nullable String after, Actor actor) {
    var cursor = Cursor.decode(after, 2);
    var rows =
        jdbc.sql(TIMELINE)
            .param("customer", customer.id())
            .param("notes", actor.may(Permission.READ_CALL_NOTES))
            .param("until", cursor == null ? END : moment(cursor.values().get(0)))
            .param("anchor", cursor == null ? "" : cursor.values().get(1))
            .param("limit", ITEMS + 1)
            .query(TimelineItem.class)
            .list();
    return Paged.of(rows, ITEMS, item -> Cursor.encode(item.at(), item.anchor()));
  }

  private static OffsetDateTime moment(String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeParseException e) {
      throw Cursor.refused();
    }
  }
}
