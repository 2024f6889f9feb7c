package dev.winback.web.today;

import dev.winback.report.CustomerPages;
import dev.winback.staff.Actor;
import dev.winback.task.ContactData;
import dev.winback.task.TaskId;
import dev.winback.task.Tasks;
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
  private final CustomerPages customers;
  private final TodayPages pages;

  TodayController(Tasks tasks, ContactData data, CustomerPages customers, TodayPages pages) {
    this.tasks = tasks;
    this.data = data;
    this.customers = customers;
    this.pages = pages;
  }

  @GetMapping("/today")
  String today(
      @RequestParam @Nullable String member,
      @RequestParam @Nullable LocalDate due,
      @RequestParam @Nullable ViewPlace view,
      Actor actor,
      HtmxRequest htmx,
      Model model) {
    pages.show(new Asked(member, due, view, null), actor, model);
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
    pages.show(new Asked(null, due, view, task), actor, model);
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
    return pages.next(
        new Asked(form.queue(), form.due(), form.view(), null), actor, htmx, answer, model);
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
    return pages.next(new Asked(null, due, view, task), actor, htmx, answer, model);
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
    model.addAttribute("checked", customers.facts(ref, actor));
    model.addAttribute("check", check);
    model.addAttribute("checkedIn", queue);
    return pages.next(new Asked(queue, due, view, null), actor, htmx, answer, model);
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
    return pages.next(new Asked(queue, due, view, null), actor, htmx, answer, model);
  }
}
