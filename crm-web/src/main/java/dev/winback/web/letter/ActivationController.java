package dev.winback.web.letter;

import dev.winback.letter.Activations;
import dev.winback.letter.Drafts;
import dev.winback.letter.FirstDay;
import dev.winback.letter.Ladder;
import dev.winback.letter.Mode;
import dev.winback.letter.RenderedLetter;
import dev.winback.letter.SendingTimes;
import dev.winback.mail.LetterRenderer;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The last look before a rung goes live, and the second pair of eyes. */
@Controller
@RequestMapping("/letters")
class ActivationController {

  private final Activations activations;
  private final Ladder ladder;
  private final SendingTimes times;
  private final Drafts drafts;
  private final LetterRenderer renderer;
  private final Wording wording;

  ActivationController(
      Activations activations,
      Ladder ladder,
      SendingTimes times,
      Drafts drafts,
      LetterRenderer renderer,
      Wording wording) {
    this.activations = activations;
    this.ladder = ladder;
    this.times = times;
    this.drafts = drafts;
    this.renderer = renderer;
    this.wording = wording;
  }

  @GetMapping("/rungs/{number}/activation")
  String look(
      @PathVariable int number,
      @RequestParam(defaultValue = "false") boolean backlog,
      Model model,
      Actor actor) {
    var asked = activations.waiting(number, actor);
    boolean with = asked.map(a -> a.backlog()).orElse(backlog);
    var day = activations.firstDay(number, with, actor);
    model.addAttribute("rung", ladder.rung(number, actor));
    model.addAttribute("day", day);
    model.addAttribute("time", times.of(number, actor));
    model.addAttribute(
        "checks", drafts.checks(number, ladder.template(number, actor).template(), actor));
    model.addAttribute("samples", samples(number, day, actor));
    model.addAttribute("refused", activations.refused(number, actor).orElse(null));
    model.addAttribute("against", asked.map(a -> activations.against(a, actor)).orElse(null));
    return "letter/activation";
  }

  /** Two customers may have one name. */
  record Sample(String customer, RenderedLetter letter) {}

  private List<Sample> samples(int number, FirstDay day, Actor actor) {
    return day.samples().stream()
        .map(
            who ->
                new Sample(who.customer(), renderer.render(drafts.inUse(number, who.ref(), actor))))
        .toList();
  }

  /** The switch itself, after the look. */
  @PostMapping("/rungs/{number}/activation")
  String activate(
      @PathVariable int number,
      @RequestParam(defaultValue = "false") boolean backlog,
      Actor actor,
      RedirectAttributes after) {
    var before = ladder.rung(number, actor);
    var rung = ladder.turn(number, Mode.LIVE, backlog, actor);
    if (rung.mode() == Mode.LIVE) {
      after.addFlashAttribute(
          "notice", wording.of("letter.done.mode", wording.of("letter.mode.live")));
      after.addFlashAttribute(
          "undo",
          "/letters/rungs/"
              + number
              + "/mode?mode="
              + before.mode().code()
              + "&backlog="
              + before.backlog());
      return "redirect:/letters/rungs/" + number;
    }
    after.addFlashAttribute("notice", wording.of("letter.done.asked"));
    after.addFlashAttribute("undo", "/letters/rungs/" + number + "/refusal");
    return "redirect:/letters/rungs/" + number + "/activation";
  }

  @PostMapping("/rungs/{number}/approval")
  String approve(
      @PathVariable int number,
      @RequestParam(defaultValue = "0") long asked,
      Actor actor,
      RedirectAttributes after) {
    activations.approve(number, asked, actor);
    after.addFlashAttribute(
        "notice", wording.of("letter.done.mode", wording.of("letter.mode.live")));
    return "redirect:/letters/rungs/" + number;
  }

  @PostMapping("/rungs/{number}/refusal")
  String refuse(
      @PathVariable int number,
      @RequestParam(defaultValue = "") String word,
      Actor actor,
      RedirectAttributes after) {
    activations.refuse(number, word, actor);
    after.addFlashAttribute("notice", wording.of("letter.done.refused"));
    return "redirect:/letters/rungs/" + number;
  }

  @PostMapping("/second-eyes")
  String limit(@RequestParam @Nullable Integer letters, Actor actor, RedirectAttributes after) {
    int before = activations.limit(actor);
    activations.limit(letters == null ? -1 : letters, actor);
    after.addFlashAttribute("notice", wording.of("letter.done.saved"));
    after.addFlashAttribute("undo", "/letters/second-eyes?letters=" + before);
    return "redirect:/letters";
  }
}
