package dev.winback.web.survey;

import dev.winback.reason.Reasons;
import dev.winback.report.CustomerPages;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.survey.SurveyAnswers;
import dev.winback.survey.Surveys;
import dev.winback.web.layout.Wording;
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

/** A customer is asked on the telephone, and a member writes down what he answers. */
@Controller
@RequestMapping("/customers/{ref}/surveys/{id:\\d+}")
class PhoneController {

  private final SurveyAnswers answers;
  private final Surveys surveys;
  private final CustomerPages customers;
  private final Reasons reasons;
  private final Wording wording;

  PhoneController(
      SurveyAnswers answers,
      Surveys surveys,
      CustomerPages customers,
      Reasons reasons,
      Wording wording) {
    this.answers = answers;
    this.surveys = surveys;
    this.customers = customers;
    this.reasons = reasons;
    this.wording = wording;
  }

  @GetMapping
  ModelAndView ask(@PathVariable String ref, @PathVariable long id, Actor actor) {
    return page(id, ref, Map.of(), null, actor);
  }

  @PostMapping
  ModelAndView answer(
      @PathVariable String ref,
      @PathVariable long id,
      @RequestParam Map<String, String> form,
      Actor actor,
      RedirectAttributes after) {
    try {
      long answer = answers.byPhone(id, ref, form, actor);
      after.addFlashAttribute("notice", wording.of("survey.answered"));
      after.addFlashAttribute("undo", "/surveys/" + id + "/answers/" + answer + "/undo");
      return new ModelAndView("redirect:/surveys/" + id);
    } catch (Refused refused) {
      return page(id, ref, form, refused, actor);
    }
  }

  private ModelAndView page(
      long id, String ref, Map<String, String> typed, @Nullable Refused refused, Actor actor) {
    actor.require(Permission.EDIT_CUSTOMERS);
    var page = new ModelAndView("survey/phone");
    page.addObject("survey", surveys.one(id, actor));
    page.addObject("customer", customers.facts(ref, actor));
    page.addObject("questions", surveys.questions(id, false));
    page.addObject("choices", reasons.choices());
    page.addObject("typed", typed);
    page.addObject("refused", refused);
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }
}
