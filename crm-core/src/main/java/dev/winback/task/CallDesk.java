package dev.winback.task;

import dev.winback.contact.Contacts;
import dev.winback.contact.PhoneCall;
import dev.winback.grant.Grants;
import dev.winback.lapse.Lapses;
import dev.winback.lapse.Stage;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.why.Backgrounds;
import dev.winback.why.Findings;
import dev.winback.why.Looked;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Logs one call with everything that follows from it. */
@Component
class CallDesk {

  /** Letters keep quiet this long after the next step while somebody talks to the customer. */
  private static final int REST_DAYS = 30;

  private final TaskRepository tasks;
  private final Calls calls;
  private final StepAfter steps;
  private final CallReports reports;
  private final Lapses lapses;
  private final Contacts contacts;
  private final CalledPerson person;
  private final Findings findings;
  private final Backgrounds backgrounds;
  private final Grants grants;
  private final MovedCustomers moved;
  private final BusinessClock clock;

  CallDesk(
      TaskRepository tasks,
      Calls calls,
      StepAfter steps,
      CallReports reports,
      Lapses lapses,
      Contacts contacts,
      CalledPerson person,
      Findings findings,
      Backgrounds backgrounds,
      Grants grants,
      MovedCustomers moved,
      BusinessClock clock) {
    this.tasks = tasks;
    this.calls = calls;
    this.steps = steps;
    this.reports = reports;
    this.lapses = lapses;
    this.contacts = contacts;
    this.person = person;
    this.findings = findings;
    this.backgrounds = backgrounds;
    this.grants = grants;
    this.moved = moved;
    this.clock = clock;
  }

  Logged log(Task task, CallLog log, Actor actor) {
    CallNeeds.requireReason(log);
    requireBackground(task, log);
    var now = clock.instant();
    task.belongTo(calls.loss(task));
    var callee = calls.callee(task);
    CallNeeds.requireDead(log, callee);
    var step = steps.find(task, log, callee, actor, now);
    var exit = log.exit(callee);
    var ended = replaced(task, exit != null, step);
    var before = new Before(lapses.state(task.lapse()), callee.status(), ended);
    task.finish(now);
    tasks.saveAndFlush(task);
    long call = calls.add(task, log, before, actor, now);
    long contact = contacts.called(phoneCall(call, task, log, actor, now));
    before.cancelled().forEach(id -> cancel(id, now));
    // the mailbox before the lapse, as announcements lock them: two orders would block each other
    person.change(task, log, callee, contact);
    learn(task, log, call, actor);
    change(task, log, exit, step, before.lapse().stage(), actor);
    if (log.offer() != null) {
      grants.offerByCall(task.lapse(), log.offer(), step == null ? null : step.on(), call, actor);
    }
    var next = next(task, log, step, call, before.lapse().stage(), actor);
    calls.finish(call, contact, next);
    calls.dropNote(task.id(), actor);
    reports.after(task, log, call, actor, now);
    return Logged.of(task, callee, log.result(), log.detail(), next, now);
  }

  /** Before something is offered somebody has looked, or says that he has now (UND-01). */
  private void requireBackground(Task task, CallLog log) {
    boolean looked = Boolean.TRUE.equals(log.background());
    boolean offers = log.result() == CallResult.OFFER_GIVEN;
    if (offers && !looked && lapses.state(task.lapse()).stage().open()) {
      backgrounds.require(task.lapse());
    }
  }

  /** Open tasks that this call ends beside its own. */
  private List<Long> replaced(Task task, boolean ends, @Nullable NextStep step) {
    return tasks.findByCustomerIdAndState(task.customer().value(), "open").stream()
        .filter(other -> !other.id().equals(task.id()))
        .filter(other -> ends || step != null && other.sameWork(task.lapse(), step.kind()))
        .map(other -> other.id().value())
        .toList();
  }

  private void cancel(long id, Instant now) {
    var task = tasks.findById(id).orElseThrow();
    task.cancel(now);
    tasks.saveAndFlush(task);
  }

  private static PhoneCall phoneCall(long call, Task task, CallLog log, Actor actor, Instant now) {
    boolean agreed =
        log.agreed() || task.kind() == TaskKind.CALL_BACK || task.kind() == TaskKind.MEETING;
    return new PhoneCall(
        call,
        task.customer(),
        task.lapse().value(),
        actor.id(),
        now,
        log.detail() == CallDetail.ENDED ? Contacts.ENDED : log.result().code(),
        log.result().consequence().reached(),
        agreed,
        log.detail() == CallDetail.MESSAGE,
        log.note());
  }

  /** What was looked at is looked at before the talk, and so noted before what was learnt in it. */
  private void learn(Task task, CallLog log, long call, Actor actor) {
    if (Boolean.TRUE.equals(log.background())) {
      backgrounds.look(task.lapse(), Looked.ALL, actor);
    }
    findings.tellByCall(task.lapse(), log.learnt(), call, actor);
  }

  private void change(
      Task task,
      CallLog log,
      @Nullable Stage exit,
      @Nullable NextStep step,
      Stage stage,
      Actor actor) {
    if (!stage.open()) {
      return; // a thank-you or a far contact changes no closed lapse
    }
    if (exit != null) {
      lapses.close(task.lapse(), exit, closeReason(log), actor);
      return;
    }
    lapses.work(task.lapse(), actor);
    rest(task, log.result().consequence(), step, actor);
  }

  private static String closeReason(CallLog log) {
    return Objects.requireNonNullElse(log.reason(), log.result().code());
  }

  private void rest(Task task, Consequence rule, @Nullable NextStep step, Actor actor) {
    var day = step == null ? clock.today() : step.on();
    if (rule.letters() == LettersAfter.REST_UNTIL_NEXT) {
      lapses.restLetters(task.lapse(), day, actor);
    } else if (rule.letters() == LettersAfter.REST) {
      lapses.restLetters(task.lapse(), day.plusDays(REST_DAYS), actor);
    }
  }

  /**
   * Who moved has his next step with whoever has him now; a manager decides first if nobody has.
   */
  private @Nullable Task next(
      Task task, CallLog log, @Nullable NextStep step, long call, Stage stage, Actor actor) {
    if (step == null) {
      return null;
    }
    var next = StepAfter.task(task, log, step, clock.instant());
    if (log.result() == CallResult.MOVED && stage.open()) {
      var to = moved.hand(task, log, call, actor).to();
      if (to == null) {
        return null;
      }
      next.set(to, step.on(), step.at());
    }
    return tasks.saveAndFlush(next);
  }
}
