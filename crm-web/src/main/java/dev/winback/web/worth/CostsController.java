package dev.winback.web.worth;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import dev.winback.worth.Costs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What winning back costs and earns, and what it was before. */
@Controller
@RequestMapping("/settings/costs")
class CostsController {

  private static final int CHANGES = 20;

  private final Costs costs;
  private final Wording wording;

  CostsController(Costs costs, Wording wording) {
    this.costs = costs;
    this.wording = wording;
  }

  @GetMapping
  ModelAndView look(Actor actor) {
    return page(CostsForm.of(costs.settings()), null, actor);
  }

  @PostMapping
  ModelAndView change(CostsForm form, Actor actor, RedirectAttributes after) {
    try {
      costs.change(form.settings(), actor);
    } catch (Refused refused) {
      return page(form, refused, actor);
    }
    after.addFlashAttribute("notice", wording.of("worth.costs.saved"));
    return new ModelAndView("redirect:/settings/costs");
  }

  private ModelAndView page(CostsForm form, @Nullable Refused refused, Actor actor) {
    var page = new ModelAndView("worth/costs");
    page.addObject("history", costs.history(CHANGES, actor));
    page.addObject("form", form);
    page.addObject("refused", refused);
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }
}
