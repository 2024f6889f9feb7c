package dev.winback.web.letter;

import dev.winback.letter.Drafts;
import dev.winback.letter.Ladder;
import dev.winback.letter.LetterTemplate;
import dev.winback.letter.Variable;
import dev.winback.letter.Variants;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A rung's letter in another language: the same editor, for the words alone. */
@Controller
@RequestMapping("/letters/rungs/{number}/languages")
class VariantController {

  /** Somebody else was quicker: with other words, or by taking the language away. */
  private static final Set<String> UNSEEN =
      Set.of("letter.refused.words.other", "letter.refused.words.removed");

  private final Variants variants;
  private final Ladder ladder;
  private final Drafts drafts;
  private final Wording wording;

  VariantController(Variants variants, Ladder ladder, Drafts drafts, Wording wording) {
    this.variants = variants;
    this.ladder = ladder;
    this.drafts = drafts;
    this.wording = wording;
  }

  /** Chosen in a form. */
  @GetMapping
  String choose(
      @PathVariable int number, @RequestParam(defaultValue = "") String language, Actor actor) {
    var code = language.strip().toLowerCase(Locale.ROOT);
    variants.template(number, code, actor);
    return "redirect:/letters/rungs/" + number + "/languages/" + code;
  }

  @GetMapping("/{language}")
  ModelAndView words(@PathVariable int number, @PathVariable String language, Actor actor) {
    return page(number, language, variants.template(number, language, actor), actor);
  }

  @PostMapping("/{language}")
  ModelAndView write(
      @PathVariable int number,
      @PathVariable String language,
      @RequestParam Map<String, String> form,
      Actor actor,
      RedirectAttributes after) {
    var template = TemplateForm.template(form);
    try {
      variants.write(number, language, template, TemplateForm.seen(form), actor);
      after.addFlashAttribute("notice", wording.of("letter.done.saved"));
      return new ModelAndView("redirect:/letters/rungs/" + number + "/languages/" + language);
    } catch (Refused refused) {
      return again(number, language, form, refused, actor);
    }
  }

  @PostMapping("/{language}/removal")
  String remove(
      @PathVariable int number,
      @PathVariable String language,
      Actor actor,
      RedirectAttributes after) {
    variants.remove(number, language, actor);
    after.addFlashAttribute("notice", wording.of("letter.done.language"));
    return "redirect:/letters/rungs/" + number;
  }

  private ModelAndView again(
      int number, String language, Map<String, String> form, Refused refused, Actor actor) {
    var page = page(number, language, TemplateForm.template(form), actor);
    // whoever has been told of the other words may put his in their place
    boolean told = UNSEEN.contains(refused.sentence().key());
    page.addObject(
        told ? "theirs" : "seen", told ? page.getModel().get("own") : TemplateForm.seen(form));
    page.addObject("refused", refused).addObject("wordsRefused", true);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private ModelAndView page(int number, String language, LetterTemplate template, Actor actor) {
    var own = variants.current(number, language, actor);
    var page = new ModelAndView("letter/language");
    page.addObject("rung", ladder.rung(number, actor));
    page.addObject("language", language);
    page.addObject("own", own);
    page.addObject("seen", own == null ? 0 : own.id());
    page.addObject("template", template);
    page.addObject("customers", drafts.typical(actor));
    page.addObject("variables", Variable.values());
    page.addObject("subjects", List.of());
    page.addObject("action", "/letters/rungs/" + number + "/languages/" + language);
    return page;
  }
}
