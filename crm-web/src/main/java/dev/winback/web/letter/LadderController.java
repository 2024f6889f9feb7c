package dev.winback.web.letter;

import dev.winback.letter.Ladder;
import dev.winback.letter.Letters;
import dev.winback.staff.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The picture of the ladder, what was not sent and why, and the red button. */
@Controller
@RequestMapping("/letters")
class LadderController {

  private final Ladder ladder;
  private final Letters letters;

  LadderController(Ladder ladder, Letters letters) {
    this.ladder = ladder;
    this.letters = letters;
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
  String stop(Actor actor) {
    letters.stopSending(actor);
    return "redirect:/letters";
  }

  @PostMapping("/resumptions")
  String resume(Actor actor) {
    letters.resumeSending(actor);
    return "redirect:/letters";
  }
}
