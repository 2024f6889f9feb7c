package dev.winback.web.letter;

import dev.winback.letter.Activations;
import dev.winback.letter.BalanceLine;
import dev.winback.letter.HoldReason;
import dev.winback.letter.LetterFilter;
import dev.winback.letter.LetterStatus;
import dev.winback.letter.Letters;
import dev.winback.letter.Mode;
import dev.winback.letter.Rung;
import dev.winback.letter.RungOutlook;
import dev.winback.letter.RungPicture;
import dev.winback.letter.RungSplits;
import dev.winback.letter.Rungs;
import dev.winback.letter.SendingTimes;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
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

  private final Rungs rungs;
  private final Activations activations;
  private final SendingTimes times;
  private final RungSplits splits;
  private final Letters letters;
  private final Settings settings;
  private final BusinessClock clock;
  private final LadderShown shown;
  private final Wording wording;

  LadderController(
      Rungs rungs,
      Activations activations,
      SendingTimes times,
      RungSplits splits,
      Letters letters,
      Settings settings,
      BusinessClock clock,
      LadderShown shown,
      Wording wording) {
    this.shown = shown;
    this.rungs = rungs;
    this.activations = activations;
    this.times = times;
    this.splits = splits;
    this.letters = letters;
    this.settings = settings;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping
  String ladder(Model model, Actor actor) {
    show(model, RungForm.EMPTY, actor);
    return "letter/ladder";
  }

  /** One more rung. */
  @PostMapping("/rungs")
  String add(
      RungForm form,
      Model model,
      Actor actor,
      HttpServletResponse response,
      RedirectAttributes after) {
    try {
      var rung = rungs.add(form.edit(), actor);
      after.addFlashAttribute("notice", wording.of("letter.done.added"));
      after.addFlashAttribute("undo", "/letters/rungs/" + rung.number() + "/removal");
      return "redirect:/letters/rungs/" + rung.number();
    } catch (Refused refused) {
      model.addAttribute("refused", refused);
      show(model, form, actor);
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return "letter/ladder";
    }
  }

  /** How far counting is; what was typed on the page stays. */
  @GetMapping("/counts")
  String counts(Model model, Actor actor) {
    boolean counting = rungs.counting(actor);
    model.addAttribute("counting", counting);
    model.addAttribute("counted", !counting);
    return "letter/ladder :: counting";
  }

  /** A large firm's numbers as of now instead of those of the night. */
  @PostMapping("/counts")
  String countAnew(Actor actor) {
    rungs.countAnew(actor);
    return "redirect:/letters";
  }

  private void show(Model model, RungForm form, Actor actor) {
    var outlook = rungs.outlook(actor);
    model.addAttribute("outlook", outlook);
    model.addAttribute("time", times.of(null, actor));
    model.addAttribute("splits", splits.running(actor));
    model.addAttribute("counting", rungs.counting(actor));
    model.addAttribute("counted", false);
    model.addAttribute("pictures", outlook.rungs());
    model.addAttribute("reviews", reviews(outlook, actor));
    model.addAttribute("stairs", Stairs.of(outlook.rungs(), outlook.day()));
    model.addAttribute("waiting", activations.waiting(actor));
    model.addAttribute("limit", activations.limit(actor));
    model.addAttribute("removed", rungs.removed(actor));
    model.addAttribute("currency", settings.currency().getCurrencyCode());
    model.addAttribute("night", settings.night().hour());
    model.addAttribute("form", form);
  }

  /** By rung the letters that wait for a person, as the list behind their number counts them. */
  private Map<Integer, Long> reviews(RungOutlook outlook, Actor actor) {
    return outlook.rungs().stream()
        .map(RungPicture::rung)
        .filter(rung -> rung.mode() == Mode.REVIEW)
        .map(Rung::number)
        .collect(Collectors.toMap(n -> n, n -> letters.count(LetterFilter.inReview(n), actor)));
  }

  @GetMapping("/held")
  String held(Model model, Actor actor) {
    var balance = letters.balance(actor);
    model.addAttribute("balance", balance);
    model.addAttribute(
        "noBasis",
        balance.stream()
            .filter(
                line -> line.status() == LetterStatus.HELD && line.reason() == HoldReason.NO_BASIS)
            .mapToLong(BalanceLine::letters)
            .sum());
    return "letter/held";
  }

  @GetMapping({"/held.csv", "/held.xlsx"})
  void heldFile(Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var balance = letters.balance(actor);
    var named = shown.rungs();
    try (var file = Export.open(request, response, clock.today(), "letters-held")) {
      file.row("state", "rung", "rung_name", "because", "letters");
      balance.forEach(
          line -> {
            var reason = line.reason();
            var because = reason == null ? null : reason.code();
            var name = shown.named(line.rung(), named);
            file.row(line.status().code(), line.rung(), name, because, line.letters());
          });
    }
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
