package dev.winback.web.letter;

import dev.winback.letter.LetterLanguages;
import dev.winback.letter.Letterhead;
import dev.winback.letter.Letterheads;
import dev.winback.shared.Outdated;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the firm signs its letters. */
@Controller
@RequestMapping("/letters/letterhead")
class LetterheadController {

  private final Letterheads heads;
  private final Wording wording;

  LetterheadController(Letterheads heads, Wording wording) {
    this.heads = heads;
    this.wording = wording;
  }

  @ModelAttribute("languages")
  List<String> languages() {
    return LetterLanguages.KNOWN;
  }

  @GetMapping
  String head(Model model, Actor actor) {
    model.addAttribute("head", heads.head(actor));
    model.addAttribute("seen", heads.version(actor));
    return "letter/letterhead";
  }

  @PostMapping
  String change(
      @RequestParam Map<String, String> form,
      Model model,
      Actor actor,
      HttpServletResponse response,
      RedirectAttributes after) {
    var wanted = wanted(form);
    try {
      heads.change(wanted, TemplateForm.seen(form), actor);
      after.addFlashAttribute("notice", wording.of("letter.done.saved"));
      return "redirect:/letters/letterhead";
    } catch (Refused refused) {
      model.addAttribute("head", wanted);
      model.addAttribute("refused", refused);
      model.addAttribute("seen", TemplateForm.seen(form));
      if (refused instanceof Outdated) {
        tellOther(wanted, model, actor);
      }
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return "letter/letterhead";
    }
  }

  /** Whoever has been told of the other letterhead may put his in its place. */
  private void tellOther(Letterhead wanted, Model model, Actor actor) {
    model.addAttribute("seen", heads.version(actor));
    var theirs = new LinkedHashMap<>(heads.head(actor).fields());
    theirs.entrySet().removeAll(wanted.fields().entrySet());
    model.addAttribute("theirs", theirs);
  }

  private static Letterhead wanted(Map<String, String> form) {
    return new Letterhead(
        form.getOrDefault("name", ""),
        form.getOrDefault("postalAddress", ""),
        form.getOrDefault("phone", ""),
        form.getOrDefault("email", ""),
        form.getOrDefault("website", ""),
        form.getOrDefault("logoUrl", ""),
        form.getOrDefault("social", "").replace("\r\n", "\n"),
        form.getOrDefault("language", "en"));
  }
}
