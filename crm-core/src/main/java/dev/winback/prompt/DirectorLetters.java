package dev.winback.prompt;

import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters that the director writes by hand (LET-19): a manager asks for one, it is printed, put
 * into an envelope and brought by a courier, and whoever did it says so.
 */
@Service
@Transactional
public class DirectorLetters {

  private static final String LIST = Sql.of(DirectorLetters.class, "director-letters.sql");
  private static final String ASK = Sql.of(DirectorLetters.class, "director-ask.sql");
  private static final String UNDO = Sql.of(DirectorLetters.class, "director-undo.sql");

  private final JdbcClient jdbc;
  private final Lapses lapses;
  private final BusinessClock clock;
  private final Audit audit;

  DirectorLetters(JdbcClient jdbc, Lapses lapses, BusinessClock clock, Audit audit) {
    this.jdbc = jdbc;
    this.lapses = lapses;
    this.clock = clock;
    this.audit = audit;
  }

  /** Asks for one; a loss has one at most, and a second time is refused. */
  public long ask(LapseId lapse, DirectorWords words, Actor actor) {
    actor.require(Permission.DECIDE);
    var customer = lapses.requireVisible(lapse, actor);
    requireOpen(lapse);
    var checked = words.checked();
    long id =
        jdbc.sql(ASK)
            .param("lapse", lapse.value())
            .param("customer", customer.value())
            .param("envelope", checked.envelope())
            .param("body", checked.body())
            .param("courier", checked.courier())
            .param("member", actor.member())
            .param("now", clock.utc())
            .query(Long.class)
            .optional()
            .orElseThrow(() -> new Refused("prompt.refused.director-once"));
    audit.note(actor, "ask", "director_letter", id, Map.of());
    return id;
  }

  private void requireOpen(LapseId lapse) {
    if (!lapses.state(lapse).stage().open()) {
      throw new Refused("prompt.refused.director-closed");
    }
  }

  /** The newest first; only those that are still to be brought, or all. */
  @Transactional(readOnly = true)
  public Paged<DirectorLetter> page(boolean open, @Nullable String after, int limit, Actor actor) {
    var rows =
        select(open, null, Cursor.number(after, Long.MAX_VALUE), limit + 1, actor)
            .query(DirectorLetter.class)
            .list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.id()));
  }

  @Transactional(readOnly = true)
  public long count(boolean open, Actor actor) {
    return asked("select count(*) from (" + LIST + ") d", open, null, null, null, actor)
        .query(Long.class)
        .single();
  }

  @Transactional(readOnly = true)
  public void export(boolean open, Actor actor, Consumer<DirectorLetter> sink) {
    actor.require(Permission.EXPORT);
    var all = asked(LIST, open, null, null, null, actor).withFetchSize(500);
    try (var rows = all.query(DirectorLetter.class).stream()) {
      rows.forEach(sink);
    }
  }

  @Transactional(readOnly = true)
  public DirectorLetter letter(long id, Actor actor) {
    return select(false, id, null, 1, actor)
        .query(DirectorLetter.class)
        .optional()
        .orElseThrow(() -> new NotFound("director-letter"));
  }

  private JdbcClient.StatementSpec select(
      boolean open, @Nullable Long id, @Nullable Long before, int limit, Actor actor) {
    return asked(LIST, open, id, before, limit, actor);
  }

  private JdbcClient.StatementSpec asked(
      String sql,
      boolean open,
      @Nullable Long id,
      @Nullable Long before,
      @Nullable Integer limit,
      Actor actor) {
    actor.require(Permission.READ_TASKS);
    var params = new HashMap<String, @Nullable Object>();
    params.put("open", open ? true : null);
    params.put("id", id);
    params.put("before", before);
    var pieces = Pieces.asked(Visible.in(sql, actor), params);
    return jdbc.sql(Pieces.limited(pieces, limit)).params(Visible.to(actor)).params(params);
  }

  /** It was brought; refused for what was brought or dropped before. */
  public void handed(long id, String courier, Actor actor) {
    requireWorks(id, actor);
    int handed =
        jdbc.sql(
                """
                update director_letter
                   set handed_by = :member, handed_at = :now, courier = coalesce(nullif(left(:courier, 200), ''), courier)
                 where id = :id and handed_at is null and dropped_at is null
                """)
            .param("id", id)
            .param("member", actor.member())
            .param("courier", courier.strip())
            .param("now", clock.utc())
            .update();
    note(handed, "prompt.refused.director-over", "hand-over", id, actor);
  }

  /** Nobody writes it after all; refused for what was brought or dropped before. */
  public void drop(long id, Actor actor) {
    requireWorks(id, actor);
    int dropped =
        jdbc.sql(
                "update director_letter set dropped_at = :now where id = :id and handed_at is null and dropped_at is null")
            .param("id", id)
            .param("now", clock.utc())
            .update();
    note(dropped, "prompt.refused.director-over", "drop", id, actor);
  }

  /**
   * Back to what is to be done, whether it was handed over or dropped by mistake; refused for what
   * waits anyway, and for a dropped one whose loss has ended or has another one by now.
   */
  public void undo(long id, Actor actor) {
    var letter = requireWorks(id, actor);
    if (letter.dropped()) {
      requireOpen(whole(letter.lapse()));
    }
    int undone = jdbc.sql(UNDO).param("id", id).update();
    var why = letter.state().equals("open") ? "director-waits" : "director-once";
    note(undone, "prompt.refused." + why, "undo", id, actor);
  }

  /** The loss that it became part of, else itself. */
  private LapseId whole(long lapse) {
    return jdbc.sql("select coalesce(merged_with, id) from lapse where id = :lapse")
        .param("lapse", lapse)
        .query((row, n) -> new LapseId(row.getLong(1)))
        .single();
  }

  private void note(int changed, String refused, String action, long id, Actor actor) {
    if (changed == 0) {
      throw new Refused(refused);
    }
    audit.note(actor, action, "director_letter", id, Map.of());
  }

  private DirectorLetter requireWorks(long id, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    return letter(id, actor);
  }
}
