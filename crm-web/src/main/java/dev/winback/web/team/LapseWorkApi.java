package dev.winback.web.team;

import dev.winback.lapse.AssignmentRule;
import dev.winback.lapse.Assignments;
import dev.winback.lapse.Candidate;
import dev.winback.lapse.Handovers;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.lapse.Pauses;
import dev.winback.lapse.Transfer;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.team.PlanLists;
import dev.winback.team.PlanStep;
import dev.winback.team.Plans;
import dev.winback.team.Visits;
import dev.winback.why.Conflicts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who could get a loss, its pause, its written plan, visits and handing over, for scripts. */
@RestController
@RequestMapping("/api/v1/lapses/{id}")
class LapseWorkApi {

  private final Assignments assignments;
  private final Pauses pauses;
  private final Conflicts conflicts;
  private final Plans plans;
  private final PlanLists planLists;
  private final Visits visits;
  private final Handovers handovers;
  private final Lapses lapses;

  LapseWorkApi(
      Assignments assignments,
      Pauses pauses,
      Conflicts conflicts,
      Plans plans,
      PlanLists planLists,
      Visits visits,
      Handovers handovers,
      Lapses lapses) {
    this.assignments = assignments;
    this.pauses = pauses;
    this.conflicts = conflicts;
    this.plans = plans;
    this.planLists = planLists;
    this.visits = visits;
    this.handovers = handovers;
    this.lapses = lapses;
  }

  record Could(
      String member, String seniority, int capacity, long open, boolean has, List<String> against) {

    static Could of(Candidate one) {
      return new Could(
          one.login(),
          one.seniority().code(),
          one.capacity(),
          one.open(),
          one.has(),
          one.against().stream().map(AssignmentRule::code).toList());
    }
  }

  record Step(
      String id,
      @Nullable String what,
      String member,
      LocalDate dueOn,
      @Nullable Instant doneAt,
      boolean overdue) {

    static Step of(PlanStep step) {
      return new Step(
          Long.toString(step.id()),
          step.what(),
          step.login(),
          step.dueOn(),
          step.doneAt(),
          step.overdue());
    }
  }

  record StepRequest(@Nullable String what, @Nullable String member, @Nullable LocalDate dueOn) {}

  record Pause(@Nullable LocalDate until, @Nullable LocalDate proposed) {}

  record PauseRequest(@Nullable LocalDate until) {}

  record VisitRequest(@Nullable OffsetDateTime startsAt, @Nullable String questions) {}

  record HandoverRequest(
      @Nullable String member,
      @Nullable String reason,
      @Nullable String override,
      @Nullable Boolean customer) {}

  record Made(String id) {}

  @GetMapping("/candidates")
  List<Could> candidates(@PathVariable LapseId id, Actor actor) {
    return assignments.candidates(id, actor).stream().map(Could::of).toList();
  }

  @GetMapping("/plan")
  List<Step> plan(@PathVariable LapseId id, Actor actor) {
    return planLists.of(id, actor).stream().map(Step::of).toList();
  }

  @PostMapping("/plan")
  @ResponseStatus(HttpStatus.CREATED)
  Made add(@PathVariable LapseId id, @RequestBody StepRequest step, Actor actor) {
    var due = required("dueOn", step.dueOn());
    return made(plans.add(id, text(step.what()), text(step.member()), due, actor));
  }

  @PostMapping("/plan/{step}/done")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void done(@PathVariable LapseId id, @PathVariable long step, Actor actor) {
    plans.done(id, step, true, actor);
  }

  @DeleteMapping("/plan/{step}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable LapseId id, @PathVariable long step, Actor actor) {
    plans.remove(id, step, true, actor);
  }

  @GetMapping("/pause")
  Pause paused(@PathVariable LapseId id, Actor actor) {
    return new Pause(pauses.until(id, actor), conflicts.proposedPause(id, actor).orElse(null));
  }

  @PostMapping("/pause")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void pause(@PathVariable LapseId id, @RequestBody PauseRequest pause, Actor actor) {
    pauses.pause(id, required("until", pause.until()), actor);
  }

  @DeleteMapping("/pause")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endPause(@PathVariable LapseId id, Actor actor) {
    pauses.end(id, actor);
  }

  @PostMapping("/visits")
  @ResponseStatus(HttpStatus.CREATED)
  Made visit(@PathVariable LapseId id, @RequestBody VisitRequest visit, Actor actor) {
    actor.require(Permission.LEAD_TEAM);
    var at = required("startsAt", visit.startsAt()).toInstant();
    return made(visits.arrange(id, at, text(visit.questions()), actor));
  }

  @PostMapping("/handovers")
  @ResponseStatus(HttpStatus.CREATED)
  Made handOver(@PathVariable LapseId id, @RequestBody HandoverRequest request, Actor actor) {
    boolean along = Boolean.TRUE.equals(request.customer());
    var transfer =
        new Transfer(
            List.of(id),
            along ? List.of(lapses.requireVisible(id, actor)) : List.of(),
            text(request.member()),
            text(request.reason()),
            request.override());
    return made(handovers.transfer(transfer, actor));
  }

  private static Made made(long id) {
    return new Made(Long.toString(id));
  }

  private static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw Refused.field(field, "team.refused.missing", field);
    }
    return value;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
