package dev.winback.web.work;

import dev.winback.lapse.LapseId;
import dev.winback.report.LapsePages;
import dev.winback.staff.Actor;
import dev.winback.task.ContactPlans;
import dev.winback.task.TaskId;
import dev.winback.task.Tasks;
import dev.winback.web.layout.Wording;
import dev.winback.web.today.ViewPlace;
import dev.winback.web.today.WorkedView;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** How many contacts a loss gets (CAL-02), and a call that is put off (CAL-05). */
@Controller
class ContactPlanController {

  private final ContactPlans plans;
  private final LapsePages pages;
  private final Tasks tasks;
  private final WorkedView worked;
  private final Wording wording;

  ContactPlanController(
      ContactPlans plans, LapsePages pages, Tasks tasks, WorkedView worked, Wording wording) {
    this.plans = plans;
    this.pages = pages;
    this.tasks = tasks;
    this.worked = worked;
    this.wording = wording;
  }

  @GetMapping("/lapses/{lapse}/contacts")
  String page(@PathVariable LapseId lapse, Actor actor, Model model) {
    model.addAttribute("plan", plans.of(lapse, actor));
    model.addAttribute("lapse", pages.facts(lapse, actor));
    return "work/contacts";
  }

  @PostMapping("/lapses/{lapse}/contacts")
  String raise(
      @PathVariable LapseId lapse,
      @RequestParam(defaultValue = "0") int planned,
      Actor actor,
      RedirectAttributes after) {
    var plan = plans.raise(lapse, planned, actor);
    after.addFlashAttribute("notice", wording.of("contact.raised", plan.planned()));
    return "redirect:/lapses/" + lapse.value() + "/contacts";
  }

  @PostMapping("/tasks/{task}/postpone")
  String postpone(
      @PathVariable TaskId task,
      @RequestParam(required = false) @Nullable String reason,
      @RequestParam(required = false) @Nullable String next,
      @RequestParam(required = false) @Nullable String queue,
      @RequestParam(required = false) @Nullable LocalDate due,
      @RequestParam(required = false) @Nullable ViewPlace view,
      Actor actor,
      RedirectAttributes after) {
    tasks.postpone(task, reason, next, actor);
    var there = worked.still(view, actor);
    after.addFlashAttribute("notice", wording.of("work.postponed"));
    var undo = "/tasks/" + task.value() + "/postpone/undo";
    after.addFlashAttribute("undo", address(undo, null, due, there));
    return "redirect:" + address("/today", queue, due, there);
  }

  /** In the queue that was looked at, of another member, of another day or of a saved view. */
  private static String address(
      String path, @Nullable String member, @Nullable LocalDate due, @Nullable ViewPlace view) {
    return UriComponentsBuilder.fromPath(path)
        .queryParamIfPresent("member", Optional.ofNullable(member))
        .queryParamIfPresent("due", Optional.ofNullable(due))
        .queryParamIfPresent("view", Optional.ofNullable(view))
        .encode()
        .build()
        .toString();
  }

  @PostMapping("/tasks/{task}/postpone/undo")
  String undo(
      @PathVariable TaskId task,
      @RequestParam(required = false) @Nullable LocalDate due,
      @RequestParam(required = false) @Nullable ViewPlace view,
      Actor actor,
      RedirectAttributes after) {
    tasks.undoPostpone(task, actor);
    after.addFlashAttribute("notice", wording.of("work.postpone.undone"));
    return "redirect:" + address("/today/" + task.value(), null, due, view);
  }
}
