package dev.winback.task;

import dev.winback.contact.Contacts;
import dev.winback.grant.Grants;
import dev.winback.lapse.Lapses;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.why.Findings;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Takes a call back within a minute: all is as it was before, and the note is a draft again. */
@Component
class CallUndo {

  static final Duration WITHIN = Duration.ofSeconds(60);

  private final TaskRepository tasks;
  private final Calls calls;
  private final Lapses lapses;
  private final Contacts contacts;
  private final CallReports reports;
  private final CalledPerson person;
  private final Findings findings;
  private final Grants grants;
  private final MovedCustomers moved;
  private final BusinessClock clock;

  CallUndo(
      TaskRepository tasks,
      Calls calls,
      Lapses lapses,
      Contacts contacts,
      CallReports reports,
      CalledPerson person,
      Findings findings,
      Grants grants,
      MovedCustomers moved,
      BusinessClock clock) {
    this.tasks = tasks;
    this.calls = calls;
    this.lapses = lapses;
    this.contacts = contacts;
    this.reports = reports;
    this.person = person;
    this.findings = findings;
    this.grants = grants;
    this.moved = moved;
    this.clock = clock;
  }

  void undo(Task task, Actor actor) {
    var now = clock.instant();
    var call = calls.last(task.id()).orElseThrow(() -> new Refused("task.refused.undo-nothing"));
    requireUndoable(call, actor, now);
    var before = calls.before(call);
    calls.undone(call, now);
    contacts.uncalled(task.customer(), call.id());
    moved.undo(call.id(), actor);
    cancelNext(call, now);
    reopen(task);
    before.cancelled().forEach(id -> reopen(tasks.findById(id).orElseThrow()));
    person.restore(task, call, before);
    grants.undoCall(call.id(), actor);
    findings.undoCall(task.lapse(), call.id(), task.customer(), actor);
    lapses.restore(before.lapse(), actor);
    reports.undone(task, call);
    if (!call.note().isEmpty()) {
      calls.keepNote(task.id(), call.note(), actor);
    }
  }

  private static void requireUndoable(CallRow call, Actor actor, Instant now) {
    if (call.member() != actor.member()) {
      throw new Refused("task.refused.undo-other");
    }
    if (now.isAfter(call.calledAt().plus(WITHIN))) {
      throw new Refused("task.refused.undo-late", WITHIN.toSeconds());
    }
  }

  private void cancelNext(CallRow call, Instant now) {
    if (call.nextTask() == null) {
      return;
    }
    var next = tasks.lock(call.nextTask()).orElseThrow();
    if (!next.open()) {
      throw new Refused("task.refused.undo-worked");
    }
    next.cancel(now);
    tasks.saveAndFlush(next);
  }

  private void reopen(Task task) {
    task.reopen();
    tasks.saveAndFlush(task);
  }
}
