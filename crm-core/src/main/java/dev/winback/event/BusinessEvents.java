package dev.winback.event;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What changed and when (UND-22): written down, taken away, put back. */
@Service
@Transactional
public class BusinessEvents {

  private static final String ADD =
      """
      insert into business_event (day, kind, title, created_by, created_at)
      values (:day, :kind, :title, :member, :now)
      returning id
      """;
  private static final String REMOVE =
      "update business_event set removed_at = coalesce(removed_at, :now) where id = :id";
  private static final String RESTORE =
      "update business_event set removed_at = null where id = :id";

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Audit audit;

  BusinessEvents(JdbcClient jdbc, BusinessClock clock, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  /** Also for a day to come: a price list is known before it holds. */
  public long add(EventEntry entry, Actor actor) {
    actor.require(Permission.KEEP_EVENTS);
    long id =
        jdbc.sql(ADD)
            .param("day", entry.on())
            .param("kind", entry.type().code())
            .param("title", entry.words())
            .param("member", actor.member())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    audit.note(actor, "event.added", "business_event", id, Map.of());
    return id;
  }

  /** It marks nothing any more; twice is once. */
  public void remove(long id, Actor actor) {
    actor.require(Permission.KEEP_EVENTS);
    var removal = jdbc.sql(REMOVE).param("now", clock.instant().atOffset(ZoneOffset.UTC));
    changed(removal.param("id", id).update(), "event.removed", id, actor);
  }

  public void restore(long id, Actor actor) {
    actor.require(Permission.KEEP_EVENTS);
    changed(jdbc.sql(RESTORE).param("id", id).update(), "event.restored", id, actor);
  }

  private void changed(int rows, String act, long id, Actor actor) {
    if (rows == 0) {
      throw new NotFound("business event");
    }
    audit.note(actor, act, "business_event", id, Map.of());
  }
}
