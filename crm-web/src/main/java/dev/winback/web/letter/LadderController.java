package dev.winback.web.letter;

import dev.winback.letter.Ladder;
import dev.winback.letter.Letters;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The picture of the ladder, what was not sent and why, and the red button. */
@Controller
@RequestMapping("/letters")
class LadderController {

  private final Ladder ladder;
  private final Letters letters;
  private final Wording wording;

  LadderController(Ladder ladder, Letters letters, Wording wording) {
    this.ladder = ladder;
    this.letters = letters;
    this.wording = wording;
  }

  @GetMapping
  String ladder(Model model, Actor actor) {
    model.addAttribute("pictures", ladder.picture(actor));
    return "letter/ladder";
  }

  @GetMapping("/held")
  String held(Model model, Actor actor) {
    model.addAttribute("balance", letters.balance(actor));
    return "letter/held";
  }

  @PostMapping("/stops")
  String stop(Actor actor, RedirectAttributes after) {
    letters.stopSending(actor);
    after.addFlashAttribute("notice", wording.of("letter.done.stopped"));
    after.addFlashAttribute("undo", "/letters/resumptions");
    return "redirect:/letters";
  }

  @PostMapping("/resumptions")
  String resume(Actor actor, RedirectAttributes after) {
    letters.resumeSending(actor);
    after.addFlashAttribute("notice", wording.of("letter.done.resumed"));
    after.addFlashAttribute("undo", "/letters/stops");
    return "redirect:/letters";
  }
}
