package dev.winback.web.category;

import dev.winback.category.CategoryRules;
import dev.winback.category.CategorySettings.Approach;
import dev.winback.category.CategorySettings.Way;
import dev.winback.category.Criterion;
import dev.winback.category.Preview;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How categories are made: the settings, what they were, and what others would do. */
@Controller
@RequestMapping("/categories/settings")
class CategorySettingsController {

  private static final int CHANGES = 20;

  private final CategoryRules rules;
  private final Wording wording;

  CategorySettingsController(CategoryRules rules, Wording wording) {
    this.rules = rules;
    this.wording = wording;
  }

  /** With {@code preview} the fields are tried and nothing is written. */
  @GetMapping
  ModelAndView look(
      CategorySettingsForm form,
      @RequestParam(required = false) @Nullable String preview,
      Actor actor) {
    actor.require(Permission.SET_LIMITS);
    if (preview == null) {
      return page(CategorySettingsForm.of(rules.settings().settings()), null, null);
    }
    try {
      return page(form, rules.preview(form.settings(rules.settings().settings()), actor), null);
    } catch (Refused refused) {
      return page(form, null, refused);
    }
  }

  @PostMapping
  ModelAndView change(CategorySettingsForm form, RedirectAttributes after, Actor actor) {
    actor.require(Permission.SET_LIMITS);
    try {
      rules.change(form.settings(rules.settings().settings()), actor);
    } catch (Refused refused) {
      return page(form, null, refused);
    }
    after.addFlashAttribute("notice", wording.of("category.settings.saved"));
    return new ModelAndView("redirect:/categories/settings");
  }

  private ModelAndView page(
      CategorySettingsForm form, @Nullable Preview preview, @Nullable Refused refused) {
    var page = new ModelAndView("category/settings");
    page.addObject("form", form);
    page.addObject("preview", preview);
    page.addObject("refused", refused);
    page.addObject("history", rules.history(CHANGES));
    page.addObject("criteria", Criterion.values());
    page.addObject("ways", Way.values());
    page.addObject("approaches", Approach.values());
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }
}
