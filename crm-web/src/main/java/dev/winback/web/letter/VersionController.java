package dev.winback.web.letter;

import dev.winback.letter.Ladder;
import dev.winback.letter.TemplateDiff;
import dev.winback.letter.TemplateVersion;
import dev.winback.letter.Variants;
import dev.winback.shared.NotFound;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import java.util.Objects;
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
  private final Variants variants;
  private final Wording wording;

  VersionController(Ladder ladder, Variants variants, Wording wording) {
    this.ladder = ladder;
    this.variants = variants;
    this.wording = wording;
  }

  @GetMapping
  String version(@PathVariable int number, @PathVariable int version, Model model, Actor actor) {
    var old = old(number, version, actor);
    var current = current(old, actor);
    model.addAttribute("rung", ladder.rung(number, actor));
    model.addAttribute("old", old);
    model.addAttribute("current", current);
    model.addAttribute("diff", TemplateDiff.of(old.template(), current.template()));
    return "letter/version";
  }

  /** What its readers get now: a language that was removed gets the words of everybody. */
  private TemplateVersion current(TemplateVersion old, Actor actor) {
    var language = old.language();
    var own = language == null ? null : variants.current(old.rung(), language, actor);
    return own == null ? ladder.template(old.rung(), actor) : own;
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
    var old = old(number, version, actor);
    var before = current(old, actor);
    variants.returnTo(number, version, actor);
    after.addFlashAttribute("notice", wording.of("letter.done.version", version));
    after.addFlashAttribute("undo", undo(old, before));
    var page = old.language() == null ? "" : "/languages/" + old.language();
    return "redirect:/letters/rungs/" + number + page;
  }

  /** A language that had no words of its own has none again. */
  private static String undo(TemplateVersion old, TemplateVersion before) {
    var rung = "/letters/rungs/" + old.rung();
    return Objects.equals(old.language(), before.language())
        ? rung + "/versions/" + before.version() + "/return"
        : rung + "/languages/" + old.language() + "/removal";
  }
}
