package dev.winback.aftercare;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fairs, new products, promotions and holidays (CAL-33): each is a reason to call. */
@Service
@Transactional
public class Occasions {

  private static final String LIST = Sql.of(Occasions.class, "occasions.sql");
  private static final String ADD = Sql.of(Occasions.class, "occasion-add.sql");

  private final JdbcClient jdbc;
  private final Audit audit;
  private final BusinessClock clock;

  Occasions(JdbcClient jdbc, Audit audit, BusinessClock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public Paged<Occasion> page(@Nullable String after, int limit, Actor actor) {
    var rows = list(Cursor.decode(after, 2), limit + 1, actor);
    return Paged.of(rows, limit, row -> Cursor.encode(row.startsOn(), row.id()));
  }

  @Transactional(readOnly = true)
  public List<Occasion> export(Actor actor) {
    actor.require(Permission.EXPORT);
    return list(null, null, actor);
  }

  private List<Occasion> list(@Nullable Cursor after, @Nullable Integer limit, Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    var asked = new HashMap<String, @Nullable Object>();
    asked.put("after_day", after == null ? null : after.day(0));
    asked.put("after_id", after == null ? null : after.number(1));
    asked.put("limit", limit);
    asked.put("member", own(actor));
    return jdbc.sql(Pieces.asked(LIST, asked)).params(asked).query(Occasion.class).list();
  }

  /** Whoever reads the list of his own contacts counts those; null: all. */
  private static @Nullable Long own(Actor actor) {
    boolean own = actor.may(Permission.READ_TASKS) && !actor.may(Permission.SEE_ALL_TASKS);
    return own ? actor.member() : null;
  }

  public long add(OccasionEntry entry, Actor actor) {
    actor.require(Permission.KEEP_EVENTS);
    long id =
        jdbc.sql(ADD)
            .param("kind", entry.type())
            .param("title", entry.words())
            .param("starts", entry.from())
            .param("ends", entry.until())
            .param("audience", entry.whom())
            .param("buyers", entry.ofKind())
            .param("first", entry.early())
            .param("member", actor.member())
            .param("now", clock.utc())
            .query(Long.class)
            .single();
    audit.note(actor, "occasion.added", "occasion", id, Map.of());
    return id;
  }

  /** The next night plans no contact for it any more and takes back those that are open. */
  public void remove(long id, Actor actor) {
    actor.require(Permission.KEEP_EVENTS);
    var gone = "update occasion set removed_at = coalesce(removed_at, :now) where id = :id";
    var now = clock.utc();
    changed(jdbc.sql(gone).param("now", now).param("id", id).update());
    audit.note(actor, "occasion.removed", "occasion", id, Map.of());
  }

  public void restore(long id, Actor actor) {
    actor.require(Permission.KEEP_EVENTS);
    var back = "update occasion set removed_at = null where id = :id";
    changed(jdbc.sql(back).param("id", id).update());
    audit.note(actor, "occasion.restored", "occasion", id, Map.of());
  }

  private static void changed(int rows) {
    if (rows == 0) {
      throw new NotFound("occasion");
    }
  }
}
