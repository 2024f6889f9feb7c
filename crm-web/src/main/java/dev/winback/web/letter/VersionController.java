package dev.winback.web.letter;

import dev.winback.letter.Ladder;
import dev.winback.letter.TemplateDiff;
import dev.winback.letter.TemplateVersion;
import dev.winback.shared.NotFound;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An earlier version of a letter, what has changed since, and the way back to it. */
@Controller
@RequestMapping("/letters/rungs/{number}/versions/{version}")
class VersionController {

  private final Ladder ladder;
  private final Wording wording;

  VersionController(Ladder ladder, Wording wording) {
    this.ladder = ladder;
    this.wording = wording;
  }

  @GetMapping
  String version(@PathVariable int number, @PathVariable int version, Model model, Actor actor) {
    var old = old(number, version, actor);
    var current = ladder.template(number, actor);
    model.addAttribute("rung", ladder.rung(number, actor));
    model.addAttribute("old", old);
    model.addAttribute("current", current);
    model.addAttribute("diff", TemplateDiff.of(old.template(), current.template()));
    return "letter/version";
  }

  private TemplateVersion old(int number, int version, Actor actor) {
    return ladder.versions(number, actor).stream()
        .filter(one -> one.version() == version)
        .findFirst()
        .orElseThrow(() -> new NotFound("template"));
  }

  @PostMapping("/return")
  String back(
      @PathVariable int number, @PathVariable int version, Actor actor, RedirectAttributes after) {
    int before = ladder.template(number, actor).version();
    ladder.returnTo(number, version, actor);
    after.addFlashAttribute("notice", wording.of("letter.done.version", version));
    after.addFlashAttribute("undo", "/letters/rungs/" + number + "/versions/" + before + "/return");
    return "redirect:/letters/rungs/" + number;
  }
}
