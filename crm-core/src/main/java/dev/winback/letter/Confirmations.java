package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.task.CallTakenBack;
import java.time.Duration;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters that confirm what was agreed on the telephone (CAL-14): read and sent by a person in his
 * name, once, through the outbox of all letters.
 */
@Service
@Transactional
public class Confirmations {

  /** Below the farewell: no silence reaches it, and it has no discount. */
  public static final int RUNG = -5;

  /** A letter that was sent by mistake has not left before that. */
  public static final Duration WITHIN = Duration.ofSeconds(30);

  /** What is older is no confirmation any more. */
  static final Duration FRESH = Duration.ofDays(7);

  private static final int LONGEST_SUBJECT = 150;
  private static final int LONGEST_BODY = 10_000;
  private static final String WRITE = Sql.of(Confirmations.class, "agreed-write.sql");
  private static final String SEND = Sql.of(Confirmations.class, "agreed-send.sql");

  private final ConfirmationLists lists;
  private final FitToLeave fit;
  private final JdbcClient jdbc;
  private final BusinessClock clock;

  Confirmations(ConfirmationLists lists, FitToLeave fit, JdbcClient jdbc, BusinessClock clock) {
    this.lists = lists;
    this.fit = fit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Sends it in half a minute; sent already, it is not sent a second time. */
  public void send(long call, String subject, String body, Actor actor) {
    write(call, subject, body, false, actor);
    jdbc.sql(SEND)
        .param("call", call)
        .param("member", actor.member())
        .param("day", clock.today())
        .param("now", clock.utc())
        .param("wait", WITHIN.toSeconds())
        .update();
  }

  /** Nobody needs it in writing. */
  public void drop(long call, Actor actor) {
    write(call, "", "", true, actor);
  }

  private void write(long call, String subject, String body, boolean dropped, Actor actor) {
    lock(call);
    requireDraft(lists.of(call, actor));
    if (!dropped) {
      fit.require(RUNG);
      requireWords(subject, body);
    }
    jdbc.sql(WRITE)
        .param("call", call)
        .param("subject", subject.strip())
        .param("body", body.strip())
        .param("member", actor.member())
        .param("dropped", dropped)
        .param("now", clock.utc())
        .update();
  }

  /** Who sends, drops or takes back waits for the other, and then sees what he did. */
  private void lock(long call) {
    jdbc.sql("select from call where id = :call for no key update")
        .param("call", call)
        .query((row, n) -> call)
        .list();
  }

  private static void requireDraft(Confirmation confirmation) {
    if (!confirmation.state().equals("draft")) {
      throw new Refused("confirmation.refused.done");
    }
  }

  /** Refused with the field that says nothing or too much. */
  static void requireWords(String subject, String body) {
    requireText("subject", subject, LONGEST_SUBJECT);
    requireText("body", body, LONGEST_BODY);
  }

  private static void requireText(String field, String text, int longest) {
    if (text.isBlank()) {
      throw Refused.field(field, "letter.refused.empty");
    }
    if (text.length() > longest) {
      throw Refused.field(field, "task.refused.too-long", longest, text.length());
    }
  }

  /** A draft again, with its words; refused once it has left, or may have. */
  public void undo(long call, Actor actor) {
    lock(call);
    var state = lists.of(call, actor).state();
    boolean written = List.of("waiting", "stopped").contains(state);
    if (state.equals("sent") || written && takeBack(call) == 0) {
      throw new Refused("confirmation.refused.left");
    }
    jdbc.sql("update confirmation set dropped_at = null where call_id = :call")
        .param("call", call)
        .update();
  }

  private int takeBack(long call) {
    return jdbc.sql(
            """
            with gone as (
              delete from letter
               where confirmation_call = :call and resend_of is null
                 and state in ('PLANNED', 'HELD', 'SUPPRESSED', 'FAILED')
                 and hold_reason is distinct from 'SENT_AGAIN'
              returning announcement
            ), known as (
              -- nobody misses the announcement of a letter that we deleted
              update relay set confirmed = greatest(confirmed, (select max(announcement) from gone))
               where exists (select from gone where announcement is not null)
            )
            select count(*) from gone
            """)
        .param("call", call)
        .query(Integer.class)
        .single();
  }

  /** Without the call there is nothing to confirm; what has left stays, and so does the call. */
  @EventListener
  void on(CallTakenBack call) {
    takeBack(call.call());
    boolean left =
        jdbc.sql("select exists (select from letter where confirmation_call = :call)")
            .param("call", call.call())
            .query(Boolean.class)
            .single();
    if (left) {
      throw new Refused("confirmation.refused.left");
    }
    jdbc.sql("delete from confirmation where call_id = :call").param("call", call.call()).update();
  }
}
