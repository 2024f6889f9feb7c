package dev.winback.web.script;

import dev.winback.script.Blank;
import dev.winback.script.Scripts;
import dev.winback.script.Situation;
import dev.winback.script.Style;
import dev.winback.script.TextKind;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Shown;
import dev.winback.web.layout.Wording;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A call with a colleague before the hard one (CAL-40), and advice to be looked up (OPS-09). */
@Controller
class PracticeController {

  private static final List<String> WORK =
      List.of("call", "call_back", "meeting", "promise", "thank_you", "far_contact", "voicemail");

  private final Scripts scripts;
  private final BusinessClock clock;
  private final Shown shown;
  private final Wording wording;

  PracticeController(Scripts scripts, BusinessClock clock, Shown shown, Wording wording) {
    this.scripts = scripts;
    this.clock = clock;
    this.shown = shown;
    this.wording = wording;
  }

  @GetMapping("/scripts/practice")
  String practice(
      @RequestParam(required = false) @Nullable String reason,
      @RequestParam(defaultValue = "call") String work,
      @RequestParam(required = false) @Nullable String style,
      Actor actor,
      Model model) {
    actor.require(Permission.READ_SCRIPTS);
    var given = style == null || style.isBlank() ? null : Style.ofCode(style);
    var about = reason == null || reason.isBlank() ? null : reason;
    var call = new Situation(about, work, given, clock.today().toEpochDay(), sample(actor));
    model.addAttribute("script", scripts.script(call));
    model.addAttribute("reason", about);
    model.addAttribute("work", work);
    model.addAttribute("works", WORK);
    model.addAttribute("styles", Style.values());
    return "script/practice";
  }

  private Map<Blank, String> sample(Actor actor) {
    return Map.of(
        Blank.NAME, wording.of("script.sample.name"),
        Blank.REP, actor.name(),
        Blank.DAYS, "97",
        Blank.GOODS, wording.of("script.sample.goods"),
        Blank.DAY, shown.day(clock.today()));
  }

  @GetMapping("/scripts/advice")
  String advice(@RequestParam(defaultValue = "") String words, Actor actor, Model model) {
    actor.require(Permission.READ_SCRIPTS);
    model.addAttribute("words", words);
    model.addAttribute(
        "advice",
        List.of(
                TextKind.ADVICE,
                TextKind.TIP,
                TextKind.AVOID,
                TextKind.QUESTION,
                TextKind.OBJECTION)
            .stream()
            .flatMap(kind -> scripts.texts(kind, words).stream())
            .filter(text -> !text.retired())
            .toList());
    return "script/advice";
  }
}
