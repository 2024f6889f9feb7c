package dev.winback.web.letter;

import dev.winback.offer.Coupon;
import dev.winback.offer.Coupons;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A till for coupons: whose it is, what it gives, until when, and using it. */
@Controller
@RequestMapping("/coupons")
class TillController {

  private final Coupons coupons;
  private final BusinessClock clock;
  private final Wording wording;

  TillController(Coupons coupons, BusinessClock clock, Wording wording) {
    this.coupons = coupons;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping
  String till(
      @RequestParam @Nullable String code, Model model, Actor actor, HttpServletResponse response) {
    actor.require(Permission.REDEEM_COUPONS);
    var typed = code == null ? "" : code.strip();
    model.addAttribute("typed", typed);
    if (!typed.isEmpty()) {
      show(typed, model, actor, response);
    }
    return "letter/till";
  }

  private void show(String typed, Model model, Actor actor, HttpServletResponse response) {
    try {
      Coupon coupon = coupons.coupon(typed, actor);
      model.addAttribute("coupon", coupon);
      model.addAttribute("against", coupon.refusal(clock.today()));
    } catch (NotFound unknown) {
      model.addAttribute("unknown", true);
      response.setStatus(HttpStatus.NOT_FOUND.value());
    }
  }

  @PostMapping("/{code}/redemptions")
  String redeem(@PathVariable String code, Actor actor, RedirectAttributes after) {
    try {
      coupons.redeem(code, actor);
      after.addFlashAttribute("notice", wording.of("letter.till.done"));
      after.addFlashAttribute("undo", "/coupons/" + code + "/returns");
    } catch (Refused refused) {
      after.addFlashAttribute("notice", wording.of(refused.sentence()));
    }
    return "redirect:/coupons?code=" + code;
  }

  @PostMapping("/{code}/returns")
  String takeBack(@PathVariable String code, Actor actor, RedirectAttributes after) {
    coupons.unredeem(code, actor);
    after.addFlashAttribute("notice", wording.of("letter.till.returned"));
    return "redirect:/coupons?code=" + code;
  }
}
