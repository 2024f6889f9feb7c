package dev.winback.web.survey;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.survey.AnswerFilter;
import dev.winback.survey.Invitations;
import dev.winback.survey.SurveyAnswers;
import dev.winback.survey.SurveyEntry;
import dev.winback.survey.SurveyKind;
import dev.winback.survey.Surveys;
import dev.winback.survey.Target;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
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

/** The surveys, and one of them with whom it reaches and its answers. */
@Controller
@RequestMapping("/surveys")
class SurveyController {

  private static final int ROWS = 50;

  private final Surveys surveys;
  private final Invitations invitations;
  private final SurveyAnswers answers;
  private final Wording wording;

  SurveyController(
      Surveys surveys, Invitations invitations, SurveyAnswers answers, Wording wording) {
    this.surveys = surveys;
    this.invitations = invitations;
    this.answers = answers;
    this.wording = wording;
  }

  @GetMapping
  ModelAndView list(Actor actor) {
    return list(SurveyEntry.EMPTY, null, actor);
  }

  private ModelAndView list(SurveyEntry entry, @Nullable Refused refused, Actor actor) {
    var page = new ModelAndView("survey/surveys");
    page.addObject("surveys", surveys.all(actor));
    page.addObject("kinds", SurveyKind.values());
    page.addObject("entry", entry);
    page.addObject("refused", refused);
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }

  @PostMapping
  ModelAndView create(
      SurveyEntry entry, @RequestParam String kind, Actor actor, RedirectAttributes after) {
    actor.require(Permission.RUN_SURVEYS);
    try {
      long id = surveys.create(SurveyKind.ofCode(kind), entry, actor);
      return back(id, "survey.made", null, after);
    } catch (Refused refused) {
      return list(entry, refused, actor);
    }
  }

  @GetMapping("/{id:\\d+}")
  ModelAndView one(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable Boolean low,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor) {
    var page = page("survey/survey", id, actor);
    var filter = new AnswerFilter(id, low);
    page.addObject("filter", filter);
    page.addObject("asked", surveys.questions(id, true));
    page.addObject("page", answers.page(filter, after, ROWS, actor));
    page.addObject("count", answers.count(filter, actor));
    page.addObject("address", ListAddress.of(request));
    return page;
  }

  @PostMapping("/{id:\\d+}/closure")
  ModelAndView close(@PathVariable long id, Actor actor, RedirectAttributes after) {
    surveys.close(id, true, actor);
    return back(id, "survey.closed", "/opening", after);
  }

  @PostMapping("/{id:\\d+}/opening")
  ModelAndView open(@PathVariable long id, Actor actor, RedirectAttributes after) {
    surveys.close(id, false, actor);
    return back(id, "survey.opened", "/closure", after);
  }

  /** Who would be invited and who would not, because: looked at before anybody is. */
  @GetMapping("/{id:\\d+}/candidates")
  ModelAndView candidates(@PathVariable long id, Target target, Actor actor) {
    var page = page("survey/candidates", id, actor);
    page.addObject("candidates", invitations.candidates(id, target, actor));
    page.addObject("unknown", invitations.unknown(target, actor));
    page.addObject("target", target);
    return page;
  }

  @PostMapping("/{id:\\d+}/invitations")
  ModelAndView invite(@PathVariable long id, Target target, Actor actor, RedirectAttributes after) {
    int invited = invitations.invite(id, target, actor);
    after.addFlashAttribute("notice", wording.of("survey.invited", invited));
    return new ModelAndView("redirect:/surveys/" + id);
  }

  private ModelAndView page(String view, long id, Actor actor) {
    var survey = surveys.one(id, actor);
    var page = new ModelAndView(view);
    page.addObject("survey", survey);
    page.addObject("targets", Target.of(survey.kind()));
    return page;
  }

  private ModelAndView back(long id, String key, @Nullable String undo, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of(key));
    after.addFlashAttribute("undo", undo == null ? null : "/surveys/" + id + undo);
    return new ModelAndView("redirect:/surveys/" + id);
  }
}
