package dev.winback.team;

import dev.winback.customer.CustomerErased;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Managers' words on calls, and what a rep has not read of them yet (CAL-30). */
@Service
@Transactional
public class PinNotes {

  private static final int LONGEST = 1_000;
  private static final String WHERE =
      """
        from pin_note p
        join call k on k.id = p.call_id
        join customer c on c.id = p.customer_id and c.erased_at is null
        join member rep on rep.id = p.rep_id
        join member author on author.id = p.member_id
       where p.undone_at is null and (:all or p.rep_id = :member)
         and (cast(:login as text) is null or rep.login = :login)
      """;
  private static final String LIST =
      Sql.of(PinNotes.class, "pin-notes.sql").replace("/*where*/", WHERE);
  private static final String COUNT = "select count(*) " + WHERE;

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  PinNotes(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Called(long id, long lapse, long customer, long rep) {}

  /** One of the three is enough; a manager's word on his own call is none. */
  public long write(long call, String positive, String interesting, String negative, Actor actor) {
    actor.require(Permission.LEAD_TEAM);
    if (positive.isBlank() && interesting.isBlank() && negative.isBlank()) {
      throw Refused.field("positive", "team.refused.pin-empty");
    }
    var called = called(call);
    if (called.rep() == actor.member()) {
      throw new Refused("team.refused.pin-own");
    }
    return jdbc.sql(
            """
            insert into pin_note (call_id, lapse_id, customer_id, rep_id, member_id, positive, interesting, negative,
                                  written_at)
            values (:call, :lapse, :customer, :rep, :member, :positive, :interesting, :negative, :now) returning id
            """)
        .param("call", call)
        .param("lapse", called.lapse())
        .param("customer", called.customer())
        .param("rep", called.rep())
        .param("member", actor.member())
        .param("positive", text("positive", positive))
        .param("interesting", text("interesting", interesting))
        .param("negative", text("negative", negative))
        .param("now", clock.utc())
        .query(Long.class)
        .single();
  }

  private Called called(long call) {
    return jdbc.sql(
            """
            select id, lapse_id as lapse, customer_id as customer, member_id as rep
              from call where id = :call and undone_at is null
            """)
        .param("call", call)
        .query(Called.class)
        .optional()
        .orElseThrow(() -> new NotFound("call"));
  }

  private static @Nullable String text(String field, String value) {
    if (value.length() > LONGEST) {
      throw Refused.field(field, "task.refused.too-long", LONGEST, value.length());
    }
    return value.isBlank() ? null : value.strip();
  }

  /** Takes his own word back. */
  public void undo(long id, Actor actor) {
    actor.require(Permission.LEAD_TEAM);
    int rows =
        jdbc.sql(
                """
                update pin_note set undone_at = :now where id = :id and member_id = :member and undone_at is null
                """)
            .param("id", id)
            .param("member", actor.member())
            .param("now", clock.utc())
            .update();
    if (rows == 0) {
      throw new NotFound("note");
    }
  }

  /** The newest first: all for a manager, those on his own calls for a rep; login narrows. */
  @Transactional(readOnly = true)
  public Paged<PinNote> page(
      @Nullable String login, @Nullable String after, int limit, Actor actor) {
    var rows =
        select(LIST, login, actor)
            .param("before", Cursor.number(after, Long.MAX_VALUE))
            .param("limit", limit + 1)
            .query(PinNote.class)
            .list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.id()));
  }

  @Transactional(readOnly = true)
  public long count(@Nullable String login, Actor actor) {
    return select(COUNT, login, actor).query(Long.class).single();
  }

  @Transactional(readOnly = true)
  public void export(@Nullable String login, Actor actor, Consumer<PinNote> sink) {
    actor.require(Permission.EXPORT);
    var all = select(LIST, login, actor).param("before", Long.MAX_VALUE).param("limit", null);
    try (var rows = all.withFetchSize(500).query(PinNote.class).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec select(String sql, @Nullable String login, Actor actor) {
    actor.require(Permission.SEE_TEAM);
    actor.require(Permission.READ_CALL_NOTES);
    return jdbc.sql(sql)
        .param("all", actor.may(Permission.SEE_ALL_FIGURES))
        .param("member", actor.member())
        .param("login", login == null || login.isBlank() ? null : login.strip());
  }

  /** How many words on his calls this member has not read. */
  @Transactional(readOnly = true)
  public long unread(Actor actor) {
    return jdbc.sql(
            """
            select count(*) from pin_note p join customer c on c.id = p.customer_id and c.erased_at is null
             where p.rep_id = :member and p.seen_at is null and p.undone_at is null
            """)
        .param("member", actor.member())
        .query(Long.class)
        .single();
  }

  /** He has read what was written up to now. */
  public void read(Actor actor) {
    actor.require(Permission.WORK_TASKS);
    jdbc.sql(
            """
            update pin_note set seen_at = :now
             where rep_id = :member and seen_at is null and undone_at is null and written_at <= :now
            """)
        .param("member", actor.member())
        .param("now", clock.utc())
        .update();
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql(
            """
            update pin_note set positive = null, interesting = null, negative = null where customer_id = :customer
            """)
        .param("customer", erased.customer().value())
        .update();
  }
}
