package dev.winback.web.settings;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Memberships;
import dev.winback.web.security.PasswordAttempts;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own password; every session of the old one ends with it. */
@Controller
class PasswordController {

  private final Memberships members;
  private final PasswordAttempts attempts;

  PasswordController(Memberships members, PasswordAttempts attempts) {
    this.members = members;
    this.attempts = attempts;
  }

  @GetMapping("/settings/password")
  ModelAndView page(Actor actor) {
    return page(actor, null);
  }

  @PostMapping("/settings/password")
  ModelAndView change(
      @RequestParam String current,
      @RequestParam String password,
      Actor actor,
      HttpServletRequest request) {
    try {
      attempts.withPresent(
          actor.login(), request, () -> members.changePassword(current, password, actor));
    } catch (Refused refused) {
      return page(actor, refused);
    }
    // which leads to the sign-in page: this session is over too
    return new ModelAndView("redirect:/settings");
  }

  private ModelAndView page(Actor actor, @Nullable Refused refused) {
    var page = new ModelAndView("settings/password");
    page.addObject("setting", members.passwordIsSetting(actor));
    page.addObject("refused", refused);
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }
}
