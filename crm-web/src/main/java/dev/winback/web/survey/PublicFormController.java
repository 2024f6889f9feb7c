package dev.winback.web.survey;

import dev.winback.shared.Refused;
import dev.winback.survey.SurveyForms;
import dev.winback.web.layout.ReaderLanguage;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The form behind the button of a survey's letter: looking changes nothing, because mail scanners
 * look; an answer is stored once; nobody's name stands on it (hold.md, T47).
 */
@Controller
@RequestMapping("/s/{token}")
class PublicFormController {

  private final SurveyForms forms;
  private final Wording wording;

  PublicFormController(SurveyForms forms, Wording wording) {
    this.forms = forms;
    this.wording = wording;
  }

  @ModelAttribute
  void readersPage(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    ReaderLanguage.speak(request, forms.language(token));
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  @GetMapping
  String page(@PathVariable String token, Model model, HttpServletResponse response) {
    return forms
        .form(token)
        .map(form -> show(form, Map.of(), "", model))
        .orElseGet(() -> unknown(response));
  }

  @PostMapping
  String answer(
      @PathVariable String token,
      @RequestParam Map<String, String> typed,
      Model model,
      HttpServletResponse response) {
    try {
      var stored = forms.answer(token, typed);
      if (stored.isPresent() && !stored.get()) {
        return again(token, typed, wording.of("survey.form.blank"), model, response);
      }
    } catch (Refused refused) {
      return again(token, typed, wording.of(refused.sentence()), model, response);
    }
    return page(token, model, response);
  }

  private String again(
      String token,
      Map<String, String> typed,
      String sentence,
      Model model,
      HttpServletResponse response) {
    response.setStatus(422);
    return forms
        .form(token)
        .map(form -> show(form, typed, sentence, model))
        .orElseGet(() -> unknown(response));
  }

  private static String show(
      SurveyForms.Form form, Map<String, String> typed, String sentence, Model model) {
    model.addAttribute("way", form);
    model.addAttribute("typed", typed);
    model.addAttribute("sentence", sentence);
    if (form.over()) {
      return "survey/over";
    }
    return form.done() ? "survey/thanks" : "survey/form";
  }

  /** The same answer to a forged and to an unknown token. */
  private static String unknown(HttpServletResponse response) {
    response.setStatus(400);
    return "survey/unknown";
  }
}
