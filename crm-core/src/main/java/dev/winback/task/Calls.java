package dev.winback.task;

import dev.winback.customer.Ways;
import dev.winback.lapse.LapseId;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** The rows of calls and of notes that are not yet a call. */
@Component
class Calls {

  private static final String ADD = Sql.of(Calls.class, "call-add.sql");
  private static final String CAP_FREE = Sql.of(Calls.class, "cap-free.sql");
  private static final String COLUMNS =
      "select id, member_id, result, detail, note, called_at, next_task_id, before::text from call";

  /** Writable as the gate of letters has it: an address that takes them, and consent. */
  private static final String CALLEE =
      Ways.in(
          """
          select c.display_name as name, c.email, c.company, c.status, c.time_zone, c.call_from, c.call_until,
                 exists (select from person p
                           join contact_person w on w.customer_id = p.customer_id
                          where p.customer_id = c.id and p.left_on is null and p.id is distinct from w.person_id) as another,
                 /*by-letter*/ and c.preferred_channel is distinct from 'none' as writable
            from customer c
           where c.id = :id
          """);

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final boolean softOptIn;

  Calls(JdbcClient jdbc, ObjectMapper json, Settings settings) {
    this.jdbc = jdbc;
    this.json = json;
    softOptIn = settings.mail().softOptIn();
  }

  /**
   * The loss that a task works on: its own, or the one that this became part of when two records
   * were merged, if his own and without the same step.
   */
  LapseId loss(Task task) {
    return jdbc.sql(
            """
            select coalesce((select w.id from lapse l join lapse w on w.id = l.merged_with
                              where l.id = :lapse and w.assignee = :member
                                and not exists (select from task t
                                                 where t.lapse_id = w.id and t.kind = :kind and t.state = 'open')),
                            :lapse)
            """)
        .param("lapse", task.lapse().value())
        .param("kind", task.kind().code())
        .param("member", task.member().value())
        .query((row, n) -> new LapseId(row.getLong(1)))
        .single();
  }

  /** From when on the customer may be called again after a call now; null: he may. */
  @Nullable Instant capUntil(Task task, Instant now) {
    return jdbc.sql(CAP_FREE)
        .param("customer", task.customer().value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant)
        .orElse(null);
  }

  /** Talks of its loss after which he thought about it, whatever record brought them along. */
  int talks(Task task) {
    return jdbc.sql(
            """
            select count(*)
              from call
             where lapse_id in (select parts_of(:lapse)) and undone_at is null and result in ('talked', 'thinking')
            """)
        .param("lapse", task.lapse().value())
        .query(Integer.class)
        .single();
  }

  long add(Task task, CallLog log, Before before, Actor actor, Instant now) {
    return jdbc.sql(ADD)
        .param("task", task.id().value())
        .param("lapse", task.lapse().value())
        .param("customer", task.customer().value())
        .param("member", actor.member())
        .param("result", log.result().code())
        .param("note", log.note())
        .param("form", log.form())
        .param("reason", log.reason())
        .param("severity", log.severity())
        .param("promise", log.promise())
        .param("detail", log.detail() == null ? null : log.detail().code())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("before", json.writeValueAsString(before))
        .query(Long.class)
        .single();
  }

  void finish(long call, long contact, @Nullable Task next) {
    jdbc.sql(
            """
            update call
               set contact_id = :contact, next_task_id = :task,
                   next_on = (select due_on from task where id = :task)
             where id = :call
            """)
        .param("contact", contact)
        .param("task", next == null ? null : next.id().value())
        .param("call", call)
        .update();
  }

  /** The call that this form has already logged. */
  Optional<CallRow> sent(TaskId task, @Nullable String form) {
    return jdbc.sql(COLUMNS + " where task_id = :task and form = :form and undone_at is null")
        .param("task", task.value())
        .param("form", form)
        .query((row, n) -> row(row))
        .optional();
  }

  Optional<CallRow> last(TaskId task) {
    return jdbc.sql(
            COLUMNS + " where task_id = :task and undone_at is null order by id desc limit 1")
        .param("task", task.value())
        .query((row, n) -> row(row))
        .optional();
  }

  private static CallRow row(ResultSet row) throws SQLException {
    return new CallRow(
        row.getLong("id"),
        row.getLong("member_id"),
        CallResult.ofCode(row.getString("result")),
        CallDetail.ofCode(row.getString("detail")),
        row.getString("note"),
        row.getTimestamp("called_at").toInstant(),
        row.getObject("next_task_id", Long.class),
        row.getString("before"));
  }

  Before before(CallRow call) {
    return json.readValue(call.before(), Before.class);
  }

  void undone(CallRow call, Instant now) {
    jdbc.sql("update call set undone_at = :now where id = :id")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", call.id())
        .update();
  }

  void keepNote(TaskId task, String note, Actor actor) {
    jdbc.sql(
            """
            insert into note_draft (member_id, task_id, note) values (:member, :task, :note)
            on conflict (member_id, task_id) do update set note = excluded.note, saved_at = clock_timestamp()
            """)
        .param("member", actor.member())
        .param("task", task.value())
        .param("note", note)
        .update();
  }

  void dropNote(TaskId task, Actor actor) {
    jdbc.sql("delete from note_draft where member_id = :member and task_id = :task")
        .param("member", actor.member())
        .param("task", task.value())
        .update();
  }

  Callee callee(Task task) {
    return jdbc.sql(CALLEE)
        .param("id", task.customer().value())
        .param("softOptIn", softOptIn)
        .query(Callee.class)
        .single();
  }
}
