package dev.winback.web.offer;

import dev.winback.offer.Authorities;
import dev.winback.offer.Objective;
import dev.winback.offer.OfferKindEntry;
import dev.winback.offer.Offers;
import dev.winback.offer.Shape;
import dev.winback.reason.Problem;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
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

/** Kinds of offers, rules for all of them, and what each rep may grant. */
@Controller
@RequestMapping("/settings/offers")
class OfferSettingsController {

  private static final int CHANGES = 10;

  private final Offers offers;
  private final Authorities authorities;
  private final OffersShown words;
  private final Wording wording;

  OfferSettingsController(
      Offers offers, Authorities authorities, OffersShown words, Wording wording) {
    this.offers = offers;
    this.authorities = authorities;
    this.words = words;
    this.wording = wording;
  }

  @GetMapping
  ModelAndView look(Actor actor) {
    return page(null, null, null, actor);
  }

  @PostMapping("/rules")
  ModelAndView change(OfferRulesForm form, Actor actor, RedirectAttributes after) {
    try {
      offers.change(form.rules(), actor);
      return back("offer.saved.rules", "", null, after);
    } catch (Refused refused) {
      return page(form, refused, null, actor);
    }
  }

  @PostMapping("/limits")
  ModelAndView limit(
      @RequestParam String member, LimitsForm form, Actor actor, RedirectAttributes after) {
    try {
      authorities.set(member, form.givenPercent(), form.givenMoney(), form.givenMonth(), actor);
      return back("offer.saved.limits", member, null, after);
    } catch (Refused refused) {
      var page = page(null, refused, "limits", actor);
      page.addObject("limits", form);
      page.addObject("of", member);
      return page;
    }
  }

  @PostMapping("/kinds")
  ModelAndView add(OfferKindEntry entry, Actor actor, RedirectAttributes after) {
    try {
      var kind = offers.add(entry, actor);
      var undo = "/kinds/" + kind.code() + "/retirement";
      return back("offer.saved.added", words.of(kind), undo, after);
    } catch (Refused refused) {
      var page = page(null, refused, "new", actor);
      page.addObject("entry", entry);
      return page;
    }
  }

  @PostMapping("/kinds/{code}")
  ModelAndView change(
      @PathVariable String code,
      OfferKindEntry entry,
      @RequestParam(required = false) @Nullable Long version,
      Actor actor,
      RedirectAttributes after) {
    try {
      return back(
          "offer.saved.kind", words.of(offers.change(code, entry, version, actor)), null, after);
    } catch (Refused refused) {
      var page = page(null, refused, code, actor);
      page.addObject("changed", entry);
      return page;
    }
  }

  @PostMapping("/kinds/{code}/retirement")
  ModelAndView retire(@PathVariable String code, Actor actor, RedirectAttributes after) {
    var undo = "/kinds/" + code + "/return";
    return back("offer.saved.retired", words.of(offers.retire(code, actor)), undo, after);
  }

  @PostMapping("/kinds/{code}/return")
  ModelAndView restore(@PathVariable String code, Actor actor, RedirectAttributes after) {
    var undo = "/kinds/" + code + "/retirement";
    return back("offer.saved.restored", words.of(offers.restore(code, actor)), undo, after);
  }

  private ModelAndView back(
      String key, String name, @Nullable String undo, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of(key, name));
    after.addFlashAttribute("undo", undo == null ? null : "/settings/offers" + undo);
    return new ModelAndView("redirect:/settings/offers");
  }

  private ModelAndView page(
      @Nullable OfferRulesForm form, @Nullable Refused refused, @Nullable String at, Actor actor) {
    var page = new ModelAndView("offer/settings");
    page.addObject("history", offers.history(CHANGES, actor));
    page.addObject("reps", authorities.all(actor));
    var catalogue = offers.catalogue();
    page.addObject("kinds", catalogue.kinds());
    page.addObject("rules", catalogue.rules());
    page.addObject("form", form == null ? OfferRulesForm.of(catalogue.rules()) : form);
    page.addObject("objectives", Objective.values());
    page.addObject("offerShapes", Shape.values());
    page.addObject("problems", Problem.values());
    page.addObject("entry", OfferKindEntry.EMPTY);
    page.addObject("refused", refused);
    page.addObject("at", at);
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }
}
