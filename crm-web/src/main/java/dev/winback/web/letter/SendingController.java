package dev.winback.web.letter;

import dev.winback.letter.Journal;
import dev.winback.letter.Ladder;
import dev.winback.letter.Outbox;
import dev.winback.letter.Rung;
import dev.winback.letter.RungLoads;
import dev.winback.letter.SendingRules;
import dev.winback.shared.Outdated;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Wording;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How many letters leave and how fast, and what the program has stopped by itself. */
@Controller
@RequestMapping("/letters/sending")
class SendingController {

  private final SendingRules rules;
  private final RungLoads loads;
  private final Ladder ladder;
  private final RungWords words;
  private final Wording wording;
  private final Settings settings;
  private final Journal journal;
  private final Outbox outbox;

  SendingController(
      SendingRules rules,
      RungLoads loads,
      Ladder ladder,
      RungWords words,
      Wording wording,
      Settings settings,
      Journal journal,
      Outbox outbox) {
    this.journal = journal;
    this.outbox = outbox;
    this.rules = rules;
    this.loads = loads;
    this.ladder = ladder;
    this.words = words;
    this.wording = wording;
    this.settings = settings;
  }

  @GetMapping
  ModelAndView look(Actor actor) {
    return page(SendingForm.of(rules.settings(actor)), null, actor);
  }

  @PostMapping
  ModelAndView change(SendingForm form, Actor actor, RedirectAttributes after) {
    actor.require(Permission.RELEASE_LETTERS);
    try {
      rules.change(form.settings(), actor);
    } catch (Refused refused) {
      // whoever has been told of the other rules may put his in their place
      boolean told = refused instanceof Outdated;
      return page(told ? form.over(rules.settings(actor)) : form, refused, actor);
    }
    return back("sending.saved", after);
  }

  @PostMapping("/receivers")
  ModelAndView limit(
      @RequestParam Map<String, String> form, Actor actor, RedirectAttributes after) {
    actor.require(Permission.RELEASE_LETTERS);
    try {
      rules.limit(SendingForm.numbers("most.", form), actor);
    } catch (Refused refused) {
      return page(form, refused, actor);
    }
    return back("sending.limited", after);
  }

  @PostMapping("/rungs")
  ModelAndView cap(@RequestParam Map<String, String> form, Actor actor, RedirectAttributes after) {
    actor.require(Permission.RELEASE_LETTERS);
    try {
      loads.cap(SendingForm.caps(form), actor);
    } catch (Refused refused) {
      return page(form, refused, actor);
    }
    return back("sending.capped", after);
  }

  @PostMapping("/rungs/{number}/resumption")
  ModelAndView resume(@PathVariable int number, Actor actor, RedirectAttributes after) {
    loads.resume(number, actor);
    return back("sending.resumed", after);
  }

  @PostMapping("/confirmation")
  ModelAndView confirm(Actor actor, RedirectAttributes after) {
    rules.confirm(actor);
    return back("sending.confirmed", after);
  }

  private ModelAndView back(String key, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of(key));
    return new ModelAndView("redirect:/letters/sending");
  }

  private ModelAndView page(Map<String, String> typed, Refused refused, Actor actor) {
    var page = page(SendingForm.of(rules.settings(actor)), refused, actor);
    page.addObject("typed", typed);
    return page;
  }

  private ModelAndView page(SendingForm form, @Nullable Refused refused, Actor actor) {
    var page = new ModelAndView("letter/sending");
    page.addObject("form", form);
    page.addObject("relay", rules.relay(actor));
    page.addObject("gap", journal.gap());
    page.addObject("unnoted", outbox.unnoted());
    page.addObject("sender", settings.mail().from());
    page.addObject("receivers", rules.receivers(actor));
    page.addObject("typed", Map.of());
    page.addObject("rungs", loads.list(actor));
    page.addObject(
        "titles",
        ladder.rungs(actor).stream().collect(Collectors.toMap(Rung::number, words::title)));
    page.addObject("refused", refused);
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }
}
