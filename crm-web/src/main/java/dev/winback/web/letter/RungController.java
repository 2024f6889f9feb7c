package dev.winback.web.letter;

import dev.winback.letter.Drafts;
import dev.winback.letter.Ladder;
import dev.winback.letter.LetterTemplate;
import dev.winback.letter.Letters;
import dev.winback.letter.Mode;
import dev.winback.letter.PromptKind;
import dev.winback.letter.Rungs;
import dev.winback.letter.Variable;
import dev.winback.letter.Variants;
import dev.winback.offer.Offers;
import dev.winback.shared.Outdated;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
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

/** One rung: its settings, its letter, its mode, and what it would do. */
@Controller
@RequestMapping("/letters/rungs/{number}")
class RungController {

  private final Ladder ladder;

  /** What opens letters (LET-06, LET-08): the keys of ready subjects. */
  private static final List<String> SUBJECTS = List.of("miss", "chance", "end", "named", "news");

  private final Rungs rungs;
  private final Drafts drafts;
  private final Variants variants;
  private final Offers offers;
  private final Letters letters;
  private final Wording wording;
  private final LocalTime hour;

  RungController(
      Ladder ladder,
      Rungs rungs,
      Drafts drafts,
      Variants variants,
      Offers offers,
      Letters letters,
      Wording wording,
      Settings settings) {
    this.ladder = ladder;
    this.rungs = rungs;
    this.drafts = drafts;
    this.variants = variants;
    this.offers = offers;
    this.letters = letters;
    this.wording = wording;
    hour = settings.night().hour();
  }

  @GetMapping
  ModelAndView rung(@PathVariable int number, Actor actor) {
    return page(number, ladder.template(number, actor).template(), null, actor);
  }

  @PostMapping
  ModelAndView edit(
      @PathVariable int number, RungForm form, Actor actor, RedirectAttributes after) {
    try {
      ladder.edit(number, form.edit(), actor);
      return saved(number, after);
    } catch (Refused refused) {
      // whoever has been told of the other settings may put his in their place
      var next = refused instanceof Outdated ? form.over(ladder.rung(number, actor)) : form;
      return page(number, ladder.template(number, actor).template(), refused, actor)
          .addObject("form", next);
    }
  }

  @PostMapping("/removal")
  String remove(@PathVariable int number, Actor actor, RedirectAttributes after) {
    rungs.remove(number, actor);
    after.addFlashAttribute("notice", wording.of("letter.done.removed"));
    after.addFlashAttribute("undo", "/letters/rungs/" + number + "/return");
    return "redirect:/letters";
  }

  @PostMapping("/return")
  ModelAndView restore(@PathVariable int number, Actor actor, RedirectAttributes after) {
    rungs.restore(number, actor);
    after.addFlashAttribute("notice", wording.of("letter.done.returned"));
    return back(number);
  }

  @PostMapping("/mode")
  ModelAndView turn(
      @PathVariable int number,
      @RequestParam String mode,
      @RequestParam(defaultValue = "false") boolean backlog,
      Actor actor,
      RedirectAttributes after) {
    var turned = Mode.ofCode(mode);
    if (turned == Mode.LIVE && ladder.rung(number, actor).mode() != Mode.LIVE) {
      return new ModelAndView(
          "redirect:/letters/rungs/" + number + "/activation?backlog=" + backlog);
    }
    try {
      ladder.turn(number, turned, backlog, actor);
    } catch (Refused refused) {
      return notTurned(number, turned, backlog, refused, actor);
    }
    var name = wording.of("letter.mode." + turned.code());
    var key = turned == Mode.REVIEW ? "letter.done.mode.review" : "letter.done.mode";
    after.addFlashAttribute("notice", wording.of(key, name, hour));
    return back(number);
  }

  /** What was chosen stays chosen, beside what stands against it. */
  private ModelAndView notTurned(
      int number, Mode mode, boolean backlog, Refused refused, Actor actor) {
    var page = page(number, ladder.template(number, actor).template(), null, actor);
    page.addObject("chosen", mode);
    page.addObject("backlog", backlog);
    page.addObject("against", refused.sentence());
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  @PostMapping("/template")
  ModelAndView rewrite(
      @PathVariable int number,
      @RequestParam Map<String, String> form,
      Actor actor,
      RedirectAttributes after) {
    var template = TemplateForm.template(form);
    try {
      ladder.rewrite(number, template, TemplateForm.seen(form), actor);
      return saved(number, after);
    } catch (Refused refused) {
      var page = page(number, template, refused, actor).addObject("wordsRefused", true);
      // whoever has been told of the other words may put his in their place
      return refused.sentence().key().equals("letter.refused.words.other")
          ? page
          : page.addObject("seen", TemplateForm.seen(form));
    }
  }

  @PostMapping("/releases")
  ModelAndView releaseAll(@PathVariable int number, Actor actor, RedirectAttributes after) {
    var released = letters.releaseAll(number, actor);
    after.addFlashAttribute("notice", wording.of("letter.done.released", released.letters()));
    after.addFlashAttribute(
        "undo",
        released.letters() == 0
            ? null
            : "/letters/rungs/" + number + "/releases/" + released.release() + "/undo");
    return new ModelAndView("redirect:/letters/list?status=planned&rung=" + number);
  }

  private ModelAndView saved(int number, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of("letter.done.saved"));
    return back(number);
  }

  private static ModelAndView back(int number) {
    return new ModelAndView("redirect:/letters/rungs/" + number);
  }

  private ModelAndView page(
      int number, LetterTemplate template, @Nullable Refused refused, Actor actor) {
    var page = new ModelAndView("letter/rung");
    var rung = ladder.rung(number, actor);
    page.addObject("rung", rung);
    page.addObject("form", RungForm.of(rung));
    page.addObject("kinds", offers.catalogue().active());
    page.addObject("template", template);
    page.addObject("seen", rung.templateId());
    page.addObject("versions", ladder.versions(number, actor));
    page.addObject("customers", drafts.typical(actor));
    page.addObject("subjects", SUBJECTS);
    page.addObject("news", PromptKind.ofRung(number).filter(PromptKind::news).isPresent());
    page.addObject("languages", variants.languages(number, actor));
    page.addObject("action", "/letters/rungs/" + number + "/template");
    page.addObject("variables", Variable.values());
    if (refused != null) {
      page.addObject("refused", refused);
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }
}
