package dev.winback.web.aftercare;

import dev.winback.aftercare.Returns;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When whom somebody calls after a return, and what it was before. */
@Controller
@RequestMapping("/settings/aftercare")
class CareController {

  private static final int CHANGES = 20;

  private final Returns returns;
  private final Wording wording;

  CareController(Returns returns, Wording wording) {
    this.returns = returns;
    this.wording = wording;
  }

  @GetMapping
  ModelAndView look(Actor actor) {
    return page(CareForm.of(returns.settings()), null, actor);
  }

  @PostMapping
  ModelAndView change(CareForm form, Actor actor, RedirectAttributes after) {
    try {
      returns.change(form.settings(), actor);
    } catch (Refused refused) {
      return page(form, refused, actor);
    }
    after.addFlashAttribute("notice", wording.of("aftercare.settings.saved"));
    return new ModelAndView("redirect:/settings/aftercare");
  }

  private ModelAndView page(CareForm form, @Nullable Refused refused, Actor actor) {
    var page = new ModelAndView("aftercare/settings");
    page.addObject("history", returns.history(CHANGES, actor));
    page.addObject("fields", form.fields());
    page.addObject("refused", refused);
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }
}
