package dev.winback.web.today;

import dev.winback.staff.Actor;
import dev.winback.task.Postponed;
import dev.winback.task.TaskId;
import dev.winback.task.Tasks;
import dev.winback.web.layout.Shown;
import dev.winback.web.layout.Wording;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A call that is put off, and put back within a minute (CAL-05): the next card is there at once.
 */
@Controller
class PostponeController {

  private final Tasks tasks;
  private final TodayPages pages;
  private final WorkedView worked;
  private final Shown shown;
  private final Wording wording;

  PostponeController(
      Tasks tasks, TodayPages pages, WorkedView worked, Shown shown, Wording wording) {
    this.tasks = tasks;
    this.pages = pages;
    this.worked = worked;
    this.shown = shown;
    this.wording = wording;
  }

  @PostMapping("/tasks/{task}/postpone")
  String postpone(
      @PathVariable TaskId task,
      @RequestParam @Nullable String reason,
      @RequestParam @Nullable String next,
      @RequestParam @Nullable String queue,
      @RequestParam @Nullable LocalDate due,
      @RequestParam @Nullable ViewPlace view,
      Actor actor,
      HtmxRequest htmx,
      HtmxResponse answer,
      Model model,
      RedirectAttributes after) {
    var text = said(tasks.postpone(task, reason, next, actor));
    var back = new Asked(null, due, worked.still(view, actor), null).address();
    var undo = back.replaceFirst("^/today", "/tasks/" + task.value() + "/postpone/undo");
    tell(text, undo, model, after);
    return pages.next(new Asked(queue, due, view, null), actor, htmx, answer, model);
  }

  private String said(Postponed put) {
    var why = wording.of("work.postpone." + put.reason().code());
    return wording.of("work.postponed", put.customer(), shown.day(put.until()), why);
  }

  @PostMapping("/tasks/{task}/postpone/undo")
  String undo(
      @PathVariable TaskId task,
      @RequestParam @Nullable LocalDate due,
      @RequestParam @Nullable ViewPlace view,
      Actor actor,
      HtmxRequest htmx,
      HtmxResponse answer,
      Model model,
      RedirectAttributes after) {
    tasks.undoPostpone(task, actor);
    tell(wording.of("work.postpone.undone"), null, model, after);
    return pages.next(new Asked(null, due, view, task), actor, htmx, answer, model);
  }

  /** Beside the card that is swapped, or on the page that comes without htmx. */
  private static void tell(
      String text, @Nullable String undo, Model model, RedirectAttributes after) {
    model.addAttribute("told", text);
    model.addAttribute("undoing", undo);
    after.addFlashAttribute("notice", text);
    after.addFlashAttribute("undo", undo);
  }
}
