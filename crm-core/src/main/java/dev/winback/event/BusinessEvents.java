package dev.winback.event;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
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

  private static final String MARKS =
      """
      select id, day, kind, title from business_event
       where removed_at is null and day between :from and :until
       order by day, id
      """;

  private static final String PAGE =
      """
      select id, day, kind, title from business_event
       where removed_at is null and (day, id) < (cast(:until as date), :before)
       order by day desc, id desc
       limit :limit
      """;
  private static final LocalDate END = LocalDate.of(9999, 1, 1);

  private static final String ANSWER =
      """
      insert into event_answer (event_id, effect, alternatives, benefits, competitors, member_id, answered_at)
      select b.id, :effect, :alternatives, :benefits, :competitors, :member, :now from business_event b where b.id = :id
      """;
  private static final String ANSWERED =
      """
      select distinct on (a.event_id) a.event_id, a.effect, a.alternatives, a.benefits, a.competitors, m.name as by
        from event_answer a join member m on m.id = a.member_id
       where a.undone_at is null and a.event_id = any (cast(:ids as bigint[]))
       order by a.event_id, a.id desc
      """;
  private static final String TAKE_BACK =
      """
      update event_answer set undone_at = :now
       where id = (select max(id) from event_answer where event_id = :id and undone_at is null) and member_id = :member
      """;

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
            .param("now", clock.utc())
            .query(Long.class)
            .single();
    audit.note(actor, "event.added", "business_event", id, Map.of());
    return id;
  }

  /** It marks nothing any more; twice is once. */
  public void remove(long id, Actor actor) {
    actor.require(Permission.KEEP_EVENTS);
    var removal = jdbc.sql(REMOVE).param("now", clock.utc());
    changed(removal.param("id", id).update(), "event.removed", id, actor);
  }

  public void restore(long id, Actor actor) {
    actor.require(Permission.KEEP_EVENTS);
    changed(jdbc.sql(RESTORE).param("id", id).update(), "event.restored", id, actor);
  }

  /** Those of these days, both included, the oldest first; also of days to come. */
  @Transactional(readOnly = true)
  public List<EventMark> between(LocalDate from, LocalDate until, Actor actor) {
    actor.require(Permission.SEE_LOSSES);
    return jdbc.sql(MARKS).param("from", from).param("until", until).query(EventMark.class).list();
  }

  /** The latest first. */
  @Transactional(readOnly = true)
  public Paged<EventMark> page(@Nullable String after, int limit, Actor actor) {
    actor.require(Permission.SEE_LOSSES);
    var cursor = Cursor.decode(after, 2);
    var rows =
        jdbc.sql(PAGE)
            .param("until", cursor == null ? END : cursor.day(0))
            .param("before", cursor == null ? Long.valueOf(0) : cursor.number(1))
            .param("limit", limit + 1)
            .query(EventMark.class)
            .list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.day(), row.id()));
  }

  /** What is said to the four questions; the words before it stay in the history. */
  public void answer(long id, EventAnswer answer, Actor actor) {
    actor.require(Permission.KEEP_EVENTS);
    var said = answer.checked();
    int rows =
        jdbc.sql(ANSWER)
            .param("effect", said.effect())
            .param("alternatives", said.alternatives())
            .param("benefits", said.benefits())
            .param("competitors", said.competitors())
            .params(by(id, actor))
            .update();
    changed(rows, "event.answered", id, actor);
  }

  /** What stood there before counts again; only who said it last takes it back. */
  public void takeBackAnswer(long id, Actor actor) {
    actor.require(Permission.KEEP_EVENTS);
    if (jdbc.sql(TAKE_BACK).params(by(id, actor)).update() == 0) {
      throw new Refused("event.refused.undo");
    }
    audit.note(actor, "event.unanswered", "business_event", id, Map.of());
  }

  private Map<String, Object> by(long id, Actor actor) {
    return Map.of("id", id, "member", actor.member(), "now", clock.utc());
  }

  /** The newest answers to these events; none where nobody has answered. */
  @Transactional(readOnly = true)
  public Map<Long, EventAnswer> answers(Collection<Long> events, Actor actor) {
    actor.require(Permission.SEE_LOSSES);
    var answers = new HashMap<Long, EventAnswer>();
    jdbc.sql(ANSWERED)
        .param("ids", Sql.array(events))
        .query((RowCallbackHandler) row -> answers.put(row.getLong("event_id"), answer(row)));
    return answers;
  }

  private static EventAnswer answer(ResultSet row) throws SQLException {
    return new EventAnswer(
        row.getString("effect"),
        row.getString("alternatives"),
        row.getString("benefits"),
        row.getString("competitors"),
        row.getString("by"));
  }

  private void changed(int rows, String act, long id, Actor actor) {
    if (rows == 0) {
      throw new NotFound("business event");
    }
    audit.note(actor, act, "business_event", id, Map.of());
  }
}
