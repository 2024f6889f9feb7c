package dev.winback.web.bulk;

import dev.winback.bulk.BulkLine;
import dev.winback.bulk.Bulks;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.ObjectMapper;

/** Stops a job, or takes it back. */
@Controller
class BulkActController {

  /** Where a job of losses is begun: their list, or one of them. */
  private static final String BACK = "/lost(\\?.*)?|/lapses/\\d{1,18}(/worth)?";

  private final Bulks bulks;
  private final Wording wording;
  private final ObjectMapper json;

  BulkActController(Bulks bulks, Wording wording, ObjectMapper json) {
    this.bulks = bulks;
    this.wording = wording;
    this.json = json;
  }

  /** Undone by taking back what was done, which the page offers. */
  @PostMapping("/bulk/{id:\\d+}/cancel")
  String cancel(@PathVariable long id, Actor actor, RedirectAttributes after) {
    bulks.cancel(id, actor);
    after.addFlashAttribute("notice", wording.of("bulk.cancelled"));
    return "redirect:/bulk/" + id;
  }

  @PostMapping("/bulk/{id:\\d+}/undo")
  @Nullable ModelAndView undo(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String back,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      Actor actor,
      HttpServletResponse response,
      RedirectAttributes after) {
    var job = bulks.undo(id, actor);
    var notice =
        wording.of("lost.undone", job.undone())
            + (job.kept() == 0 ? "" : " " + wording.of("bulk.kept.some", job.kept()));
    if (htmx != null && !job.running()) {
      return restored(id, notice, actor, response);
    }
    after.addFlashAttribute("notice", job.running() ? wording.of("bulk.undoing") : notice);
    boolean list = back != null && back.matches(BACK) && !job.running();
    var to = list ? String.valueOf(back) : "/bulk/" + id;
    if (htmx == null) {
      return new ModelAndView("redirect:" + to);
    }
    response.setHeader("HX-Redirect", to);
    return null;
  }

  private ModelAndView restored(long id, String notice, Actor actor, HttpServletResponse response) {
    var lapses =
        bulks.lines(id, BulkLine.Outcome.UNDONE, null, 1, actor).items().stream()
            .map(BulkLine::lapse)
            .toList();
    response.setHeader(
        "HX-Trigger", json.writeValueAsString(Map.of("restored", Map.of("lapses", lapses))));
    return new ModelAndView("lapse/acted", Map.of("text", notice));
  }
}
