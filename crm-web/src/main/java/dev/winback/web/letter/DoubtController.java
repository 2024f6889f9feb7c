package dev.winback.web.letter;

import dev.winback.letter.DoubtfulLetters;
import dev.winback.letter.LetterId;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A letter in doubt that a person lets be, with a way back. */
@Controller
@RequestMapping("/letters/{id:\\d+}/drops")
class DoubtController {

  private final DoubtfulLetters doubts;
  private final Wording wording;

  DoubtController(DoubtfulLetters doubts, Wording wording) {
    this.doubts = doubts;
    this.wording = wording;
  }

  @PostMapping
  String drop(@PathVariable long id, Actor actor, RedirectAttributes after) {
    doubts.drop(new LetterId(id), actor);
    after.addFlashAttribute("notice", wording.of("letter.done.dropped"));
    after.addFlashAttribute("undo", "/letters/" + id + "/drops/undo");
    return "redirect:/letters/in-doubt";
  }

  @PostMapping("/undo")
  String undo(@PathVariable long id, Actor actor, RedirectAttributes after) {
    doubts.undo(new LetterId(id), actor);
    after.addFlashAttribute("notice", wording.of("letter.done.undropped"));
    return "redirect:/letters/in-doubt";
  }
}
