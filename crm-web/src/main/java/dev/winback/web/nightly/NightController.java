package dev.winback.web.nightly;

import dev.winback.nightly.NightlyRun;
import dev.winback.signal.Profiles;
import dev.winback.staff.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The last nights, each step by step, and the button that runs one now. */
@Controller
class NightController {

  private static final int SHOWN = 31;

  private final NightlyRun nightly;
  private final Profiles profiles;

  NightController(NightlyRun nightly, Profiles profiles) {
    this.nightly = nightly;
    this.profiles = profiles;
  }

  @GetMapping("/settings/nights")
  String page(Model model, Actor actor) {
    model.addAttribute("nights", nightly.last(SHOWN, actor));
    model.addAttribute("proposal", profiles.offered(actor).orElse(null));
    return "nightly/nights";
  }

  /** The table alone, asked for every second while a night runs. */
  @GetMapping("/settings/nights/table")
  String table(Model model, Actor actor) {
    model.addAttribute("nights", nightly.last(SHOWN, actor));
    return "nightly/nights :: table";
  }

  /** One night, step by step. */
  @GetMapping("/settings/nights/{id}")
  String night(@PathVariable long id, Model model, Actor actor) {
    model.addAttribute("night", nightly.night(id, actor));
    return "nightly/night";
  }

  @PostMapping("/settings/nights")
  String start(Actor actor) {
    nightly.start(null, actor);
    return "redirect:/settings/nights";
  }
}
