package dev.winback.web.lapse;

import dev.winback.lapse.LapseId;
import dev.winback.letter.Farewells;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writes a farewell to whom nobody writes it by himself. */
@Controller
class FarewellController {

  private final Farewells farewells;
  private final Wording wording;

  FarewellController(Farewells farewells, Wording wording) {
    this.farewells = farewells;
    this.wording = wording;
  }

  /** It waits for review; until it is released nothing has happened. */
  @PostMapping("/lapses/{id}/farewell")
  String ask(@PathVariable LapseId id, Actor actor, RedirectAttributes after) {
    farewells.ask(id, actor);
    after.addFlashAttribute("notice", wording.of("decided.farewell.asked"));
    return "redirect:/lapses/" + id.value() + "#decision";
  }
}
