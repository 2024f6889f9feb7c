package dev.winback.web.team;

import dev.winback.customer.NonClients;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Customers we refuse to work with, and the way back. */
@Controller
@RequestMapping("/customers/{ref}")
class RefusalController {

  private final NonClients nonClients;
  private final Wording wording;

  RefusalController(NonClients nonClients, Wording wording) {
    this.nonClients = nonClients;
    this.wording = wording;
  }

  @PostMapping("/refusal")
  String refuse(
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String reason,
      Actor actor,
      RedirectAttributes after) {
    nonClients.refuse(ref, reason, actor);
    after.addFlashAttribute("notice", wording.of("team.non-client.done"));
    after.addFlashAttribute("undo", address(ref) + "/welcome");
    return "redirect:" + address(ref);
  }

  @PostMapping("/welcome")
  String welcome(@PathVariable String ref, Actor actor, RedirectAttributes after) {
    nonClients.welcome(ref, actor);
    after.addFlashAttribute("notice", wording.of("team.non-client.undone"));
    return "redirect:" + address(ref);
  }

  private static String address(String ref) {
    return UriComponentsBuilder.fromPath("/customers/{ref}").build(ref).getRawPath();
  }
}
