package dev.winback.task;

import dev.winback.lapse.LapseId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberId;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rep's tasks and calls. */
@Service
@Transactional
public class Tasks {

  private static final int LONGEST_NOTE = 20_000;

  private final TaskRepository tasks;
  private final Planning planning;
  private final TodayView view;
  private final Care care;
  private final WaitingWork waiting;
  private final CallDesk desk;
  private final CallUndo undo;
  private final Postponing postponing;
  private final Calls calls;
  private final SentForms forms;
  private final LeasedCards leases;
  private final TaskLists whose;
  private final BusinessClock clock;

  Tasks(
      TaskRepository tasks,
      Planning planning,
      TodayView view,
      Care care,
      WaitingWork waiting,
      CallDesk desk,
      CallUndo undo,
      Postponing postponing,
      Calls calls,
      SentForms forms,
      LeasedCards leases,
      TaskLists whose,
      BusinessClock clock) {
    this.tasks = tasks;
    this.planning = planning;
    this.view = view;
    this.care = care;
    this.waiting = waiting;
    this.desk = desk;
    this.undo = undo;
    this.postponing = postponing;
    this.calls = calls;
    this.forms = forms;
    this.leases = leases;
    this.whose = whose;
    this.clock = clock;
  }

  /** Plans the next working day's calls; the number of tasks made. */
  public int plan(LocalDate day) {
    return planning.plan(day);
  }

  /**
   * The screen of a member, null for oneself; the card is the asked one, else the first of the
   * queue whose customer no colleague has before him. One's own card is kept for ten minutes.
   */
  public Today today(
      @Nullable String login, @Nullable LocalDate due, @Nullable TaskId task, Actor actor) {
    var chosen = task == null ? null : require(tasks.findById(task.value()), actor);
    var member = chosen != null ? chosen.member() : whose.member(login, actor);
    var today = clock.today(actor.zone());
    var until = until(due == null ? today : due, chosen);
    return today(member, until, view.queue(member, until, today), chosen, actor);
  }

  /** A card that is asked for is shown also when its day is later. */
  private static LocalDate until(LocalDate asked, @Nullable Task chosen) {
    if (chosen == null || !chosen.open()) {
      return asked;
    }
    return chosen.dueOn().isAfter(asked) ? chosen.dueOn() : asked;
  }

  /**
   * The same with one's own open tasks of these losses, in their order and whenever they are due:
   * who works through a list works through all of it.
   */
  public Today through(List<LapseId> losses, @Nullable TaskId task, Actor actor) {
    var chosen = task == null ? null : require(tasks.findById(task.value()), actor);
    var member = whose.member(null, actor);
    var today = clock.today(actor.zone());
    return today(member, today, view.queue(member, losses, today), chosen, actor);
  }

  private Today today(
      MemberId member, LocalDate until, List<TaskRow> queue, @Nullable Task chosen, Actor actor) {
    var line = view.line(member, actor.zone());
    return new Today(
        member,
        member.equals(actor.id()),
        clock.today(actor.zone()),
        until,
        queue,
        checks(member, until, actor),
        line,
        waiting.of(member, line.nextDay(), actor),
        view.card(chosen, queue, actor));
  }

  /** Customers whom nobody owns are every manager's. */
  private List<CareRow> checks(MemberId member, LocalDate due, Actor actor) {
    boolean managers = member.equals(actor.id()) && actor.may(Permission.SEE_ALL_TASKS);
    return care.due(member, managers, due);
  }

  /** Contact data to check by a day, of one member, null for oneself. */
  @Transactional(readOnly = true)
  public List<CareRow> checks(@Nullable String login, @Nullable LocalDate due, Actor actor) {
    return checks(whose.member(login, actor), due == null ? clock.today(actor.zone()) : due, actor);
  }

  /** Logs a call with all its consequences; the same form again changes nothing. */
  public Logged log(TaskId id, CallLog log, Actor actor) {
    var task = require(id, actor);
    forms.requireSame(id, log.form());
    var sent = calls.sent(id, log.form());
    if (sent.isPresent()) {
      return replay(task, sent.get());
    }
    if (!task.open()) {
      throw new Refused("task.refused.closed");
    }
    return desk.log(task, log, actor);
  }

  private Logged replay(Task task, CallRow call) {
    var next = call.nextTask() == null ? null : tasks.findById(call.nextTask()).orElse(null);
    return Logged.of(task, calls.callee(task), call.result(), call.detail(), next, call.calledAt());
  }

  /** Takes the last call of a task back, within a minute and by who logged it. */
  public void undo(TaskId id, Actor actor) {
    undo.undo(require(id, actor), actor);
  }

  /** Puts a task off before the call (CAL-05); null: until the next working day. */
  public Postponed postpone(
      TaskId id, @Nullable String reason, @Nullable String next, Actor actor) {
    var task = require(id, actor);
    var why = PostponeReason.ofCode(reason);
    postponing.postpone(task, why, next, actor);
    return new Postponed(calls.callee(task).name(), task.dueOn(), why);
  }

  /** Takes the last delay back, within a minute and by who put it off. */
  public void undoPostpone(TaskId id, Actor actor) {
    postponing.undo(require(id, actor), actor);
  }

  /** Keeps a note while it is being typed. */
  public void keepNote(TaskId id, String note, Actor actor) {
    if (note.length() > LONGEST_NOTE) {
      throw Refused.field("note", "task.refused.too-long", LONGEST_NOTE, note.length());
    }
    if (!require(id, actor).open()) {
      return; // typed while the call was being logged: the call has the note
    }
    calls.keepNote(id, note, actor);
    leases.renew(id, actor);
  }

  private Task require(TaskId id, Actor actor) {
    return require(tasks.lock(id.value()), actor);
  }

  /** Somebody else's task looks as if there were none. */
  static Task require(Optional<Task> found, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    return found
        .filter(task -> actor.may(Permission.SEE_ALL_TASKS) || task.of(actor.member()))
        .orElseThrow(() -> new NotFound("task"));
  }
}
