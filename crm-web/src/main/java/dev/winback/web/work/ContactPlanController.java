package dev.winback.web.work;

import dev.winback.lapse.LapseId;
import dev.winback.report.LapsePages;
import dev.winback.staff.Actor;
import dev.winback.task.ContactPlans;
import dev.winback.web.layout.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How many contacts a loss gets (CAL-02). */
@Controller
class ContactPlanController {

  private final ContactPlans plans;
  private final LapsePages pages;
  private final Wording wording;

  ContactPlanController(ContactPlans plans, LapsePages pages, Wording wording) {
    this.plans = plans;
    this.pages = pages;
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
}
