package dev.winback.task;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts a task off for one of three reasons, and back within a minute (CAL-05). */
@Component
class Postponing {

  private final TaskRepository tasks;
  private final JdbcClient jdbc;
  private final WorkRules rules;
  private final BusinessClock clock;

  Postponing(TaskRepository tasks, JdbcClient jdbc, WorkRules rules, BusinessClock clock) {
    this.rules = rules;
    this.tasks = tasks;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void postpone(Task task, PostponeReason reason, @Nullable String next, Actor actor) {
    if (task.kind().promised()) {
      throw new Refused("work.refused.postpone-promise");
    }
    var to =
        FollowUp.of(
            next == null ? "+1d" : next,
            clock.today(actor.zone()),
            clock.instant(),
            actor.zone(),
            rules.days());
    if (to == null || !to.on().isAfter(task.dueOn())) {
      throw Refused.field("next", "work.refused.postpone-day", task.dueOn());
    }
    note(task, reason, to.on(), actor);
    task.move(to.on(), null);
    tasks.saveAndFlush(task);
  }

  private void note(Task task, PostponeReason reason, LocalDate to, Actor actor) {
    var at = task.dueAt();
    var part = task.part();
    jdbc.sql(
            """
            insert into postponement (task_id, reason, from_on, from_at, from_part, to_on, member_id, postponed_at)
            values (:task, :reason, :from, :at, :part, :to, :member, :now)
            """)
        .param("task", task.id().value())
        .param("reason", reason.code())
        .param("from", task.dueOn())
        .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
        .param("part", part == null ? null : part.code())
        .param("to", to)
        .param("member", actor.member())
        .param("now", clock.utc())
        .update();
  }

  private record Last(
      long id,
      LocalDate fromOn,
      @Nullable Timestamp fromAt,
      @Nullable String fromPart,
      Timestamp postponedAt,
      long memberId) {}

  void undo(Task task, Actor actor) {
    var last = last(task);
    var until = last.postponedAt().toInstant().plus(CallUndo.WITHIN);
    if (last.memberId() != actor.member() || now().isAfter(until)) {
      throw new Refused("task.refused.undo-late", CallUndo.WITHIN.toSeconds());
    }
    var at = last.fromAt();
    task.move(last.fromOn(), at == null ? null : at.toInstant());
    task.inPart(DayPart.ofCode(last.fromPart()));
    tasks.saveAndFlush(task);
    jdbc.sql("update postponement set undone_at = :now where id = :id")
        .param("now", now().atOffset(ZoneOffset.UTC))
        .param("id", last.id())
        .update();
  }

  private Last last(Task task) {
    return jdbc.sql(
            """
            select id, from_on, from_at, from_part, postponed_at, member_id from postponement
             where task_id = :task and undone_at is null order by id desc limit 1
            """)
        .param("task", task.id().value())
        .query(Last.class)
        .optional()
        .orElseThrow(() -> new Refused("task.refused.undo-nothing"));
  }

  private Instant now() {
    return clock.instant();
  }
}
