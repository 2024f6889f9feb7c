package dev.winback.why;

import dev.winback.customer.CustomerErased;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberRow;
import dev.winback.staff.Permission;
import dev.winback.staff.Staff;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What our own people say about losses (UND-02), by themselves or asked (UND-15). */
@Service
@Transactional
public class Statements {

  static final int LONGEST = 20_000;

  private static final String OF = Sql.of(Statements.class, "statements.sql");
  private static final int LONGEST_QUESTION = 500;

  private final JdbcClient jdbc;
  private final Lapses lapses;
  private final Staff staff;
  private final BusinessClock clock;

  Statements(JdbcClient jdbc, Lapses lapses, Staff staff, BusinessClock clock) {
    this.jdbc = jdbc;
    this.lapses = lapses;
    this.staff = staff;
    this.clock = clock;
  }

  /** What was said and asked about a loss, the newest first. */
  @Transactional(readOnly = true)
  public List<Statement> of(LapseId lapse, Actor actor) {
    lapses.requireVisible(lapse, actor);
    return jdbc.sql(OF)
        .param("lapse", lapse.value())
        .param("notes", actor.may(Permission.READ_CALL_NOTES))
        .query(Statement.class)
        .list();
  }

  /** Somebody who sees the loss says what he knows; its number. */
  public long say(LapseId lapse, String words, Actor actor) {
    actor.require(Permission.EDIT_CUSTOMERS);
    var customer = lapses.requireVisible(lapse, actor);
    long id =
        jdbc.sql(
                """
                insert into statement (lapse_id, customer_id, member_id, words, said_at)
                values (:lapse, :customer, :member, :words, :now) returning id
                """)
            .param("lapse", lapse.value())
            .param("customer", customer.value())
            .param("member", actor.member())
            .param("words", text("words", words, LONGEST))
            .param("now", now())
            .query(Long.class)
            .single();
    lapses.learnt(lapse, "statement", Map.of("row", id), actor);
    return id;
  }

  /** Asks members by their logins; who has been asked the same and not answered is asked once. */
  public void ask(LapseId lapse, List<String> logins, String question, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    var customer = lapses.requireVisible(lapse, actor);
    var asked = text("question", question, LONGEST_QUESTION);
    var members = staff.active().stream().filter(m -> logins.contains(m.login())).toList();
    if (members.isEmpty()) {
      throw Refused.field("member", "why.refused.member");
    }
    for (var member : members) {
      ask(lapse, customer.value(), member, asked, actor);
    }
    lapses.learnt(lapse, "question", Map.of("members", members.size()), actor);
  }

  private void ask(LapseId lapse, long customer, MemberRow member, String question, Actor actor) {
    jdbc.sql(
            """
            insert into statement (lapse_id, customer_id, member_id, asked_by, asked_at, question)
            select :lapse, :customer, :member, :by, :now, :question
             where not exists (select from statement s
                                where s.lapse_id = :lapse and s.member_id = :member and s.question = :question
                                  and s.said_at is null and s.undone_at is null)
            """)
        .param("lapse", lapse.value())
        .param("customer", customer)
        .param("member", member.id().value())
        .param("by", actor.member())
        .param("now", now())
        .param("question", question)
        .update();
  }

  /** A statement that was a mistake, or a question that needs no answer any more. */
  public void withdraw(LapseId lapse, long id, Actor actor) {
    actor.require(Permission.EDIT_CUSTOMERS);
    lapses.requireVisible(lapse, actor);
    int withdrawn =
        jdbc.sql(
                """
                update statement set undone_at = coalesce(undone_at, :now)
                 where id = :id and lapse_id = :lapse
                   and (:member in (member_id, asked_by) or :manages)
                """)
            .param("now", now())
            .param("id", id)
            .param("lapse", lapse.value())
            .param("member", actor.member())
            .param("manages", actor.may(Permission.DECIDE))
            .update();
    if (withdrawn == 0) {
      throw new NotFound("statement");
    }
  }

  static String text(String field, String words, int longest) {
    var text = words.strip();
    if (text.isEmpty()) {
      throw Refused.field(field, "why.refused.empty");
    }
    if (text.length() > longest) {
      throw Refused.field(field, "why.refused.too-long", longest, text.length());
    }
    return text;
  }

  private OffsetDateTime now() {
    return clock.utc();
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql(
            """
            update statement
               set words = null, question = null, undone_at = coalesce(undone_at, case when said_at is null then :now end)
             where customer_id = :customer
            """)
        .param("now", now())
        .param("customer", erased.customer().value())
        .update();
  }
}
