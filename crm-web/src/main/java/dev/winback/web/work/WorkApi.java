package dev.winback.web.work;

import dev.winback.lapse.LapseId;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.task.CaseFilter;
import dev.winback.task.ContactPlan;
import dev.winback.task.ContactPlans;
import dev.winback.task.Promise;
import dev.winback.task.PromiseFilter;
import dev.winback.task.Promises;
import dev.winback.task.Replies;
import dev.winback.task.ReplyRow;
import dev.winback.task.ServiceCase;
import dev.winback.task.ServiceCases;
import dev.winback.task.TaskId;
import dev.winback.task.Tasks;
import dev.winback.web.aftercare.CareShown;
import dev.winback.web.aftercare.Cared;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What waits beside the calls, for scripts. */
@RestController
@RequestMapping("/api/v1")
class WorkApi {

  private static final int MOST = 1000;

  private final Promises promises;
  private final Replies replies;
  private final ServiceCases cases;
  private final ContactPlans plans;
  private final Tasks tasks;
  private final CareShown care;

  WorkApi(
      Promises promises,
      Replies replies,
      ServiceCases cases,
      ContactPlans plans,
      Tasks tasks,
      CareShown care) {
    this.promises = promises;
    this.replies = replies;
    this.cases = cases;
    this.plans = plans;
    this.tasks = tasks;
    this.care = care;
  }

  @GetMapping("/promises")
  Paged<Cared<Promise>> promises(
      PromiseFilter filter,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String after,
      Actor actor) {
    return care.marked(promises.page(filter, after, within(limit), actor), Promise::ref);
  }

  @GetMapping("/replies")
  Paged<Cared<ReplyRow>> replies(
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String after,
      Actor actor) {
    return care.marked(replies.page(mine, after, within(limit), actor), ReplyRow::ref);
  }

  record Answer(@Nullable String channel, @Nullable String note) {}

  @PostMapping("/replies/{ref}/{contact}/answer")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void answer(
      @PathVariable String ref,
      @PathVariable long contact,
      @RequestBody Answer answer,
      Actor actor) {
    var channel = answer.channel() == null ? "email" : answer.channel();
    replies.answer(ref, contact, channel, answer.note() == null ? "" : answer.note(), actor);
  }

  @GetMapping("/complaints")
  Paged<Cared<ServiceCase>> complaints(
      CaseFilter filter,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String after,
      Actor actor) {
    return care.marked(cases.page(filter, after, within(limit), actor), ServiceCase::ref);
  }

  @GetMapping("/lapses/{lapse}/contacts")
  ContactPlan contacts(@PathVariable LapseId lapse, Actor actor) {
    return plans.of(lapse, actor);
  }

  record Planned(@Nullable Integer planned) {}

  @PostMapping("/lapses/{lapse}/contacts")
  ContactPlan raise(@PathVariable LapseId lapse, @RequestBody Planned plan, Actor actor) {
    return plans.raise(lapse, plan.planned() == null ? 0 : plan.planned(), actor);
  }

  record Later(@Nullable String reason, @Nullable String next) {}

  @PostMapping("/tasks/{task}/postpone")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void postpone(@PathVariable TaskId task, @RequestBody Later later, Actor actor) {
    tasks.postpone(task, later.reason(), later.next(), actor);
  }

  private static int within(int limit) {
    if (limit < 1 || limit > MOST) {
      throw Refused.field("limit", "refused.limit", MOST, limit);
    }
    return limit;
  }
}
