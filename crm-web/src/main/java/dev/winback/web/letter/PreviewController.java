package dev.winback.web.letter;

import dev.winback.letter.Drafts;
import dev.winback.letter.LetterCheck;
import dev.winback.letter.LetterCheck.Part;
import dev.winback.letter.RenderedLetter;
import dev.winback.mail.LetterRenderer;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The draft in the form as a real customer would get it; nothing is saved. */
@Controller
@RequestMapping("/letters/rungs/{number}")
class PreviewController {

  private static final Set<String> VALUES =
      Set.of("letter.refused.unknown-variable", "letter.refused.fallback-missing");

  private final Drafts drafts;
  private final LetterRenderer renderer;
  private final Wording wording;

  PreviewController(Drafts drafts, LetterRenderer renderer, Wording wording) {
    this.drafts = drafts;
    this.renderer = renderer;
    this.wording = wording;
  }

  /** The letter itself, for the frame. */
  @PostMapping("/preview")
  ResponseEntity<String> preview(
      @PathVariable int number, @RequestParam Map<String, String> form, Actor actor) {
    try {
      var html = rendered(number, form, actor).html();
      return LetterFrame.of(LetterFrame.lit(html, "dark".equals(form.get("width"))));
    } catch (Refused refused) {
      return LetterFrame.refused(wording.of(refused.sentence()));
    }
  }

  /** Subject, text part and size beside the frame, or why the draft cannot be saved. */
  @PostMapping("/check")
  String check(
      @PathVariable int number, @RequestParam Map<String, String> form, Model model, Actor actor) {
    try {
      var draft = TemplateForm.template(form);
      model.addAttribute("checks", drafts.checks(number, draft, actor));
      var letter = rendered(number, form, actor);
      model.addAttribute("letter", letter);
      model.addAttribute("size", letter.html().getBytes(StandardCharsets.UTF_8).length / 1000);
    } catch (Refused refused) {
      model.addAttribute("refused", refused);
      hold(model, refused);
    }
    return "letter/check :: check";
  }

  /** What the letter is refused for is no good value, whatever the firm knows. */
  private static void hold(Model model, Refused refused) {
    if (VALUES.contains(refused.sentence().key())
        && model.getAttribute("checks") instanceof List<?> checks) {
      model.addAttribute(
          "checks",
          checks.stream()
              .map(LetterCheck.class::cast)
              .map(check -> check.heldBy(Part.VALUES, refused.sentence()))
              .toList());
    }
  }

  /** Those whose names are hardest to write to: they are looked for only when somebody asks. */
  @GetMapping("/customers")
  String ugliest(@PathVariable int number, Model model, Actor actor) {
    model.addAttribute("customers", drafts.ugliest(actor));
    return "letter/editor :: customers";
  }

  /** Which values are missing, over everybody the rung will write to. */
  @PostMapping("/missing")
  String missing(
      @PathVariable int number, @RequestParam Map<String, String> form, Model model, Actor actor) {
    try {
      model.addAttribute("missing", drafts.missing(number, TemplateForm.template(form), actor));
    } catch (Refused refused) {
      model.addAttribute("refused", refused);
    }
    return "letter/check :: missing";
  }

  /** A customer number that was typed goes before the one that was chosen. */
  static @Nullable String customer(Map<String, String> form) {
    var typed = form.getOrDefault("ref", "").strip();
    return typed.isEmpty() ? form.get("customer") : typed;
  }

  private RenderedLetter rendered(int number, Map<String, String> form, Actor actor) {
    var draft = TemplateForm.template(form);
    var language = TemplateForm.language(form);
    return renderer.render(drafts.preview(number, draft, language, customer(form), actor));
  }
}
