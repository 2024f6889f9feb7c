package dev.winback.web.today;

import dev.winback.letter.ConfirmationLists;
import dev.winback.report.CustomerPages;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.staff.Role;
import dev.winback.staff.Staff;
import dev.winback.task.CallSheets;
import dev.winback.task.ContactData;
import dev.winback.task.TaskId;
import dev.winback.task.Tasks;
import dev.winback.task.Today;
import dev.winback.team.PlanLists;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rep's day: queue, card and story on one page that never reloads between two calls. */
@Controller
class TodayController {

  private final Tasks tasks;
  private final ContactData data;
  private final CallSheets sheets;
  private final CustomerPages pages;
  private final Staff staff;
  private final ConfirmationLists confirmations;
  private final PlanLists plans;
  private final WorkedView worked;

  TodayController(
      Tasks tasks,
      ContactData data,
      CallSheets sheets,
      CustomerPages pages,
      Staff staff,
      ConfirmationLists confirmations,
      PlanLists plans,
      WorkedView worked) {
    this.tasks = tasks;
    this.data = data;
    this.sheets = sheets;
    this.pages = pages;
    this.staff = staff;
    this.confirmations = confirmations;
    this.plans = plans;
    this.worked = worked;
  }

  @GetMapping("/today")
  String today(
      @RequestParam @Nullable String member,
      @RequestParam @Nullable LocalDate due,
      @RequestParam @Nullable ViewPlace view,
      Actor actor,
      HtmxRequest htmx,
      Model model) {
    show(new Asked(member, due, view, null), actor, model);
    return page(htmx);
  }

  @GetMapping("/today/{task}")
  String card(
      @PathVariable TaskId task,
      @RequestParam @Nullable LocalDate due,
      @RequestParam @Nullable ViewPlace view,
      @RequestParam @Nullable String script,
      Actor actor,
      HtmxRequest htmx,
      Model model) {
    model.addAttribute("asked", script);
    show(new Asked(null, due, view, task), actor, model);
    return page(htmx);
  }

  private static String page(HtmxRequest htmx) {
    boolean part = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
    return part ? "today/day :: day" : "today/page";
  }

  /** One call; the answer is the next card with the queue, the figures and a notice. */
  @PostMapping("/tasks/{task}/calls")
  String log(
      @PathVariable TaskId task,
      @ModelAttribute CallForm form,
      @RequestParam MultiValueMap<String, String> fields,
      Actor actor,
      HtmxRequest htmx,
      HtmxResponse answer,
      Model model) {
    model.addAttribute("logged", tasks.log(task, form.toLog(fields.get("whys")), actor));
    return next(new Asked(form.queue(), form.due(), form.view(), null), actor, htmx, answer, model);
  }

  /** The card comes back, its note in it. */
  @PostMapping("/tasks/{task}/undo")
  String undo(
      @PathVariable TaskId task,
      @RequestParam @Nullable LocalDate due,
      @RequestParam @Nullable ViewPlace view,
      Actor actor,
      HtmxRequest htmx,
      HtmxResponse answer,
      Model model) {
    tasks.undo(task, actor);
    return next(new Asked(null, due, view, task), actor, htmx, answer, model);
  }

  /** Number and address are right: the next one is there at once. */
  @PostMapping("/today/checks/{ref}")
  String check(
      @PathVariable String ref,
      @RequestParam @Nullable String queue,
      @RequestParam @Nullable LocalDate due,
      @RequestParam @Nullable ViewPlace view,
      Actor actor,
      HtmxRequest htmx,
      HtmxResponse answer,
      Model model) {
    long check = data.checkToday(ref, actor);
    model.addAttribute("checked", pages.facts(ref, actor));
    model.addAttribute("check", check);
    model.addAttribute("checkedIn", queue);
    return next(new Asked(queue, due, view, null), actor, htmx, answer, model);
  }

  @PostMapping("/today/checks/{ref}/{check}/undo")
  String uncheck(
      @PathVariable String ref,
      @PathVariable long check,
      @RequestParam @Nullable String queue,
      @RequestParam @Nullable LocalDate due,
      @RequestParam @Nullable ViewPlace view,
      Actor actor,
      HtmxRequest htmx,
      HtmxResponse answer,
      Model model) {
    data.undoToday(ref, check, actor);
    return next(new Asked(queue, due, view, null), actor, htmx, answer, model);
  }

  private String next(
      Asked before, Actor actor, HtmxRequest htmx, HtmxResponse answer, Model model) {
    var asked = before.in(worked.still(before.view(), actor));
    if (!htmx.isHtmxRequest()) {
      return "redirect:" + asked.address();
    }
    show(asked, actor, model);
    answer.setReplaceUrl(asked.address());
    return "today/answer";
  }

  private void show(Asked asked, Actor actor, Model model) {
    var today = today(asked, actor, model);
    model.addAttribute("today", today);
    model.addAttribute("queueOf", asked.member());
    var card = today.card();
    if (card != null) {
      var script = (String) model.getAttribute("asked");
      model.addAttribute("guide", sheets.guide(card, script, actor));
      model.addAttribute("regions", staff.regions());
    }
    model.addAttribute("toConfirm", confirmations.mine(actor));
    model.addAttribute("planned", plans.due(actor));
    if (actor.may(Permission.SEE_ALL_TASKS)) {
      var callers =
          staff.active().stream()
              .filter(one -> one.role() == Role.REP || one.id().equals(actor.id()))
              .toList();
      model.addAttribute("callers", callers);
    }
  }

  private Today today(Asked asked, Actor actor, Model model) {
    if (asked.view() == null) {
      return tasks.today(asked.member(), asked.due(), asked.task(), actor);
    }
    var view = worked.of(asked.view().id(), actor);
    var part = worked.part(view, asked.view(), actor);
    model.addAttribute("worked", view);
    model.addAttribute("viewed", asked.view());
    model.addAttribute("further", part.next());
    return tasks.through(part.items(), asked.task(), actor);
  }
}
