package dev.winback.web.why;

import dev.winback.lapse.LapseId;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.why.Backgrounds;
import dev.winback.why.Findings;
import dev.winback.why.Looked;
import dev.winback.why.Telling;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One loss on a page of its own: what was looked at, and why he left. */
@Controller
@RequestMapping("/lapses/{id:\\d+}")
class LapseController {

  private final LapsePage page;
  private final Findings findings;
  private final Backgrounds backgrounds;

  LapseController(LapsePage page, Findings findings, Backgrounds backgrounds) {
    this.page = page;
    this.findings = findings;
    this.backgrounds = backgrounds;
  }

  @GetMapping
  ModelAndView lapse(@PathVariable LapseId id, Actor actor) {
    return page.of(id, actor);
  }

  @PostMapping("/background")
  ModelAndView look(
      @PathVariable LapseId id,
      @RequestParam(defaultValue = "false") boolean purchases,
      @RequestParam(defaultValue = "false") boolean staff,
      @RequestParam(defaultValue = "false") boolean complaints,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(required = false) @Nullable String note,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      Actor actor,
      RedirectAttributes after) {
    var looked = new Looked(all || purchases, all || staff, all || complaints, note);
    try {
      long row = backgrounds.look(id, looked, actor);
      if (htmx != null) {
        return new ModelAndView("lapse/background :: passed");
      }
      return page.back(
          id, "why.background.noted", "/background/" + row + "/undo", "background", after);
    } catch (Refused refused) {
      return page.refused(id, refused, "purchases", Map.of("looked", looked), actor);
    }
  }

  @PostMapping("/background/{row}/undo")
  ModelAndView unlook(
      @PathVariable LapseId id, @PathVariable long row, Actor actor, RedirectAttributes after) {
    backgrounds.undo(id, row, actor);
    return page.back(id, "why.undone", null, "background", after);
  }

  @PostMapping("/reasons")
  ModelAndView tell(
      @PathVariable LapseId id,
      @RequestParam MultiValueMap<String, String> form,
      Actor actor,
      RedirectAttributes after) {
    try {
      findings.tell(id, Telling.of(form.toSingleValueMap(), form.get("whys")), actor);
    } catch (Refused refused) {
      var whys = form.getOrDefault("whys", List.of());
      var typed = Map.of("typed", form.toSingleValueMap(), "typedWhys", whys);
      return page.refused(id, refused, refused.field(), typed, actor);
    }
    var told = findings.of(id, actor).map(f -> "/reasons/" + f.id() + "/undo").orElse(null);
    return page.back(id, "why.told", told, "why", after);
  }

  @PostMapping("/reasons/{finding}/undo")
  ModelAndView untell(
      @PathVariable LapseId id, @PathVariable long finding, Actor actor, RedirectAttributes after) {
    findings.undo(id, finding, actor);
    return page.back(id, "why.undone", null, "why", after);
  }
}
