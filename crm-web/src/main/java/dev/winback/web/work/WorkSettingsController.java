package dev.winback.web.work;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.task.WorkRules;
import dev.winback.web.layout.Wording;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** How people work: planned contacts, the rep's share, hours of answers, holidays. */
@Controller
@RequestMapping("/settings/work")
class WorkSettingsController {

  private final WorkRules rules;
  private final Wording wording;

  WorkSettingsController(WorkRules rules, Wording wording) {
    this.rules = rules;
    this.wording = wording;
  }

  @GetMapping
  ModelAndView look(Actor actor) {
    actor.require(Permission.SET_LIMITS);
    return page(WorkForm.of(rules.settings()), null);
  }

  @PostMapping
  ModelAndView change(WorkForm form, Actor actor, RedirectAttributes after) {
    actor.require(Permission.SET_LIMITS);
    try {
      rules.change(form.settings(), actor);
    } catch (Refused refused) {
      return page(form, refused);
    }
    return back("work.settings.saved", null, after);
  }

  @PostMapping("/holidays")
  ModelAndView keep(
      @RequestParam @Nullable LocalDate day,
      @RequestParam(defaultValue = "") String name,
      Actor actor,
      RedirectAttributes after) {
    if (day == null) {
      actor.require(Permission.SET_LIMITS);
      return page(WorkForm.of(rules.settings()), Refused.field("day", "work.refused.value", ""));
    }
    rules.keep(new WorkRules.Holiday(day, name), actor);
    return back("work.holiday.kept", "/settings/work/holidays/" + day + "/removal", after);
  }

  @PostMapping("/holidays/{day}/removal")
  ModelAndView drop(@PathVariable LocalDate day, Actor actor, RedirectAttributes after) {
    var undo = rules.drop(day, actor).map(name -> again(day, name)).orElse(null);
    return back("work.holiday.dropped", undo, after);
  }

  private static String again(LocalDate day, String name) {
    return UriComponentsBuilder.fromPath("/settings/work/holidays")
        .queryParam("day", "{day}")
        .queryParam("name", "{name}")
        .encode()
        .build(day, name)
        .toString();
  }

  private ModelAndView back(String key, @Nullable String undo, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of(key));
    after.addFlashAttribute("undo", undo);
    return new ModelAndView("redirect:/settings/work");
  }

  private ModelAndView page(WorkForm form, @Nullable Refused refused) {
    var page = new ModelAndView("work/settings");
    page.addObject("form", form);
    page.addObject("holidays", rules.holidays());
    page.addObject("cap", rules.contactCap());
    page.addObject("refused", refused);
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }
}
