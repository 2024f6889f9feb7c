package dev.winback.lapse;

import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether a loss follows a return that we had earned (DEC-27), as the facts of today say: the
 * opening decides by what was known on its day.
 */
@Component
class TwiceLost {

  private static final String TWICE = Sql.of(TwiceLost.class, "twice-lost.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  TwiceLost(JdbcClient jdbc, BusinessClock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  private record Changed(LapseId lapse, boolean twice) {}

  /** Of records that were joined or taken apart, whose changes the merge itself tells. */
  void join(Set<CustomerId> customers, Actor actor) {
    changed(customers, "parted", actor.member());
  }

  /** Credits of returns have changed: of these customers, null for all. */
  void settle(@Nullable Set<CustomerId> customers) {
    var changed = changed(customers, "not-twice-lost", null);
    var closed = changed.stream().filter(Changed::twice).map(Changed::lapse).toList();
    var open = changed.stream().filter(c -> !c.twice()).map(Changed::lapse).toList();
    if (!closed.isEmpty()) {
      events.publishEvent(new LapsesClosed(closed));
    }
    if (!open.isEmpty()) {
      events.publishEvent(new LapsesReopened(open));
    }
  }

  private List<Changed> changed(
      @Nullable Set<CustomerId> customers, String back, @Nullable Long member) {
    var ids = customers == null ? null : Sql.array(customers, CustomerId::value);
    return jdbc.sql(Attribution.whose(TWICE, ids))
        .param("ids", ids)
        .param("back", back)
        .param("member", member)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(
            (row, n) ->
                new Changed(
                    new LapseId(row.getLong("id")),
                    Stage.valueOf(row.getString("stage")) == Stage.TWICE_LOST))
        .list();
  }
}
