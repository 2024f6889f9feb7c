package dev.winback.web.survey;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.survey.AnswerFilter;
import dev.winback.survey.Invitations;
import dev.winback.survey.QuestionKind;
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

/** The surveys, and one of them with its words, its questions, whom it reaches and its answers. */
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
    return refused(page, refused);
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
    var page = page(id, null, actor);
    var filter = new AnswerFilter(id, low);
    page.addObject("filter", filter);
    page.addObject("asked", surveys.questions(id, true));
    page.addObject("page", answers.page(filter, after, ROWS, actor));
    page.addObject("count", answers.count(filter, actor));
    page.addObject("address", ListAddress.of(request));
    return page;
  }

  @GetMapping("/{id:\\d+}/edit")
  ModelAndView edit(@PathVariable long id, Actor actor) {
    return edit(id, null, actor);
  }

  private ModelAndView edit(long id, @Nullable Refused refused, Actor actor) {
    actor.require(Permission.RUN_SURVEYS);
    var page = page(id, refused, actor);
    page.setViewName("survey/edit");
    page.addObject("questions", surveys.questions(id, true));
    page.addObject("questionKinds", QuestionKind.values());
    return page;
  }

  @PostMapping("/{id:\\d+}")
  ModelAndView change(
      @PathVariable long id,
      SurveyEntry entry,
      @RequestParam(required = false) @Nullable Long version,
      Actor actor,
      RedirectAttributes after) {
    try {
      surveys.change(id, entry, version, actor);
      return back(id, "/edit", "survey.saved", null, after);
    } catch (Refused refused) {
      return edit(id, refused, actor);
    }
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

  @PostMapping("/{id:\\d+}/questions")
  ModelAndView ask(
      @PathVariable long id,
      @RequestParam String kind,
      @RequestParam(defaultValue = "") String text,
      Actor actor,
      RedirectAttributes after) {
    try {
      surveys.ask(id, QuestionKind.ofCode(kind), text, actor);
      return back(id, "/edit", "survey.saved", null, after);
    } catch (Refused refused) {
      return edit(id, refused, actor);
    }
  }

  @PostMapping("/{id:\\d+}/questions/{question}")
  ModelAndView reword(
      @PathVariable long id,
      @PathVariable long question,
      @RequestParam(defaultValue = "") String text,
      Actor actor,
      RedirectAttributes after) {
    try {
      surveys.reword(id, question, text, actor);
      return back(id, "/edit", "survey.saved", null, after);
    } catch (Refused refused) {
      return edit(id, refused, actor);
    }
  }

  @PostMapping("/{id:\\d+}/questions/{question}/retirement")
  ModelAndView retire(
      @PathVariable long id, @PathVariable long question, Actor actor, RedirectAttributes after) {
    surveys.retire(id, question, true, actor);
    var undo = "/questions/" + question + "/return";
    return back(id, "/edit", "survey.question.retired", undo, after);
  }

  @PostMapping("/{id:\\d+}/questions/{question}/return")
  ModelAndView restore(
      @PathVariable long id, @PathVariable long question, Actor actor, RedirectAttributes after) {
    surveys.retire(id, question, false, actor);
    return back(id, "/edit", "survey.question.restored", null, after);
  }

  /** Who would be invited and who would not, because: looked at before anybody is. */
  @GetMapping("/{id:\\d+}/candidates")
  ModelAndView candidates(@PathVariable long id, Target target, Actor actor) {
    var page = page(id, null, actor);
    page.setViewName("survey/candidates");
    page.addObject("candidates", invitations.candidates(id, target, actor));
    page.addObject("target", target);
    return page;
  }

  @PostMapping("/{id:\\d+}/invitations")
  ModelAndView invite(@PathVariable long id, Target target, Actor actor, RedirectAttributes after) {
    int invited = invitations.invite(id, target, actor);
    after.addFlashAttribute("notice", wording.of("survey.invited", invited));
    return new ModelAndView("redirect:/surveys/" + id);
  }

  private ModelAndView page(long id, @Nullable Refused refused, Actor actor) {
    var survey = surveys.one(id, actor);
    var page = new ModelAndView("survey/survey");
    page.addObject("survey", survey);
    page.addObject("targets", Target.of(survey.kind()));
    return refused(page, refused);
  }

  private static ModelAndView refused(ModelAndView page, @Nullable Refused refused) {
    page.addObject("refused", refused);
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }

  private ModelAndView back(long id, String key, @Nullable String undo, RedirectAttributes after) {
    return back(id, "", key, undo, after);
  }

  private ModelAndView back(
      long id, String part, String key, @Nullable String undo, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of(key));
    after.addFlashAttribute("undo", undo == null ? null : "/surveys/" + id + undo);
    return new ModelAndView("redirect:/surveys/" + id + part);
  }
}
