package dev.winback.report;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that happened with one customer, whatever kind of fact it is. */
@Component
class Timeline {

  /** In the order of their filters. */
  static final List<String> KINDS =
      List.of(
          "purchase",
          "refund",
          "payment",
          "request",
          "complaint",
          "cart",
          "referral",
          "contact",
          "letter",
          "event",
          "mark");

  private static final String TIMELINE = Sql.of(Timeline.class, "timeline.sql");
  private static final String COUNTS = Sql.of(Timeline.class, "timeline-kinds.sql");
  private static final OffsetDateTime END = OffsetDateTime.parse("9999-01-01T00:00:00Z");

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final String firmCurrency;

  Timeline(JdbcClient jdbc, BusinessClock clock, Settings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    firmCurrency = settings.currency().getCurrencyCode();
  }

  Paged<TimelineItem> page(
      long customer, @Nullable String kind, @Nullable String after, int items, Actor actor) {
    var cursor = Cursor.decode(after, 2);
    var rows =
        jdbc.sql(TIMELINE)
            .param("customer", customer)
            .param("kind", known(kind))
            .param("currency", firmCurrency)
            .param("zone", clock.getZone().getId())
            .param("now", clock.utc())
            .param("notes", actor.may(Permission.READ_CALL_NOTES))
            .param("until", cursor == null ? END : cursor.moment(0))
            .param("anchor", cursor == null ? "" : cursor.values().get(1))
            .param("limit", items + 1)
            .query(TimelineItem.class)
            .list();
    return Paged.of(rows, items, item -> Cursor.encode(item.at(), item.anchor()));
  }

  /** Null and nothing mean all. */
  private static @Nullable String known(@Nullable String kind) {
    if (kind == null || kind.isBlank()) {
      return null;
    }
    if (!KINDS.contains(kind)) {
      throw Refused.field("kind", "refused.timeline-kind", kind, String.join(", ", KINDS));
    }
    return kind;
  }

  /** How many there are of each kind that there is. */
  Map<String, Long> counts(long customer) {
    var counts = new LinkedHashMap<String, Long>();
    jdbc.sql(COUNTS)
        .param("customer", customer)
        .param("zone", clock.getZone().getId())
        .param("now", clock.utc())
        .query((row, n) -> Map.entry(row.getString("kind"), row.getLong("rows")))
        .list()
        .forEach(count -> counts.put(count.getKey(), count.getValue()));
    return counts;
  }
}
