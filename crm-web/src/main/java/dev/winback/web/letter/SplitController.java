package dev.winback.web.letter;

import dev.winback.letter.Ladder;
import dev.winback.letter.RungSplit;
import dev.winback.letter.RungSplits;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Two discounts of one rung side by side: begun, read and ended. */
@Controller
@RequestMapping("/letters/rungs/{number}/split")
class SplitController {

  private static final int STEP = 5;

  private final RungSplits splits;
  private final Ladder ladder;
  private final Wording wording;
  private final String currency;

  SplitController(RungSplits splits, Ladder ladder, Wording wording, Settings settings) {
    this.splits = splits;
    this.ladder = ladder;
    this.wording = wording;
    currency = settings.currency().getCurrencyCode();
  }

  @GetMapping
  String look(@PathVariable int number, Model model, Actor actor) {
    show(number, null, model, actor);
    return "letter/split";
  }

  @PostMapping
  String begin(
      @PathVariable int number,
      @RequestParam(defaultValue = "") String other,
      Model model,
      Actor actor,
      HttpServletResponse response,
      RedirectAttributes after) {
    actor.require(Permission.EDIT_LADDER);
    try {
      splits.begin(number, percent(other), actor);
      after.addFlashAttribute("notice", wording.of("split.done.begun"));
      after.addFlashAttribute("undo", page(number) + "/end?keep=own");
      return "redirect:" + page(number);
    } catch (Refused refused) {
      model.addAttribute("refused", refused);
      show(number, other, model, actor);
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return "letter/split";
    }
  }

  @PostMapping("/end")
  String end(
      @PathVariable int number,
      @RequestParam(defaultValue = "own") String keep,
      Actor actor,
      RedirectAttributes after) {
    actor.require(Permission.EDIT_LADDER);
    var rung = splits.end(number, RungSplit.Half.ofCode(keep), actor);
    after.addFlashAttribute("notice", wording.of("split.done.ended", rung.percent()));
    after.addFlashAttribute("undo", page(number) + "/continuation");
    return "redirect:" + page(number);
  }

  /** As if nobody had ended it. */
  @PostMapping("/continuation")
  String goOn(@PathVariable int number, Actor actor, RedirectAttributes after) {
    splits.goOn(number, actor);
    after.addFlashAttribute("notice", wording.of("split.done.continued"));
    return "redirect:" + page(number);
  }

  private static int percent(String typed) {
    var number = typed.strip();
    if (!number.matches("\\d{1,3}")) {
      throw Refused.field("other", "split.refused.number", number);
    }
    return Integer.parseInt(number);
  }

  private static String page(int number) {
    return "/letters/rungs/" + number + "/split";
  }

  private void show(int number, @Nullable String typed, Model model, Actor actor) {
    var rung = ladder.rung(number, actor);
    model.addAttribute("rung", rung);
    model.addAttribute("split", splits.running(actor).get(number));
    model.addAttribute("result", splits.results(actor).get(number));
    model.addAttribute("currency", currency);
    model.addAttribute("typed", typed == null ? Math.max(1, rung.percent() - STEP) : typed);
  }
}
