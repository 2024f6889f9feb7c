package dev.winback.web.survey;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.survey.QuestionKind;
import dev.winback.survey.SurveyEntry;
import dev.winback.survey.SurveyRounds;
import dev.winback.survey.Surveys;
import dev.winback.web.layout.Wording;
import java.util.Map;
import java.util.Objects;
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

/** The words of one survey and its questions; what is refused comes back as it was typed. */
@Controller
@RequestMapping("/surveys/{id:\\d+}")
class SurveyEditController {

  /** The place of a question that is not asked yet among those typed. */
  private static final long NEW = 0;

  private final Surveys surveys;
  private final SurveyRounds rounds;
  private final Wording wording;

  SurveyEditController(Surveys surveys, SurveyRounds rounds, Wording wording) {
    this.surveys = surveys;
    this.rounds = rounds;
    this.wording = wording;
  }

  @GetMapping("/edit")
  ModelAndView edit(@PathVariable long id, Actor actor) {
    return page(id, null, Map.of(), null, actor);
  }

  @PostMapping
  ModelAndView change(
      @PathVariable long id,
      SurveyEntry entry,
      @RequestParam(required = false) @Nullable Long version,
      Actor actor,
      RedirectAttributes after) {
    try {
      surveys.change(id, entry, version, actor);
      return back(id, "survey.saved", null, after);
    } catch (Refused refused) {
      return page(id, entry, Map.of(), refused, actor);
    }
  }

  @PostMapping("/repetition")
  ModelAndView repeat(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String days,
      @RequestParam(defaultValue = "") String most,
      @RequestParam(defaultValue = "") String rest,
      Actor actor,
      RedirectAttributes after) {
    actor.require(Permission.RUN_SURVEYS);
    try {
      var every = number("days", days);
      var usual = surveys.one(id, actor).restDays();
      var resting = Objects.requireNonNullElse(number("rest", rest), usual);
      rounds.repeat(id, every, number("most", most), resting, actor);
      return back(id, every == null ? "survey.repeat.ended" : "survey.repeat.saved", null, after);
    } catch (Refused refused) {
      var page = page(id, null, Map.of(), refused, actor);
      page.addObject("typedRound", Map.of("days", days, "most", most, "rest", rest));
      return page;
    }
  }

  /** Null for nothing typed. */
  private static @Nullable Integer number(String field, String typed) {
    var text = typed.strip();
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("\\d{1,4}")) {
      throw Refused.field(field, "survey.refused.number", text);
    }
    return Integer.valueOf(text);
  }

  @PostMapping("/questions")
  ModelAndView ask(
      @PathVariable long id,
      @RequestParam String kind,
      @RequestParam(defaultValue = "") String text,
      Actor actor,
      RedirectAttributes after) {
    try {
      surveys.ask(id, QuestionKind.ofCode(kind), text, actor);
      return back(id, "survey.saved", null, after);
    } catch (Refused refused) {
      var page = page(id, null, Map.of(NEW, text), refused, actor);
      page.addObject("typedKind", kind);
      return page;
    }
  }

  @PostMapping("/questions/{question}")
  ModelAndView reword(
      @PathVariable long id,
      @PathVariable long question,
      @RequestParam(defaultValue = "") String text,
      Actor actor,
      RedirectAttributes after) {
    try {
      surveys.reword(id, question, text, actor);
      return back(id, "survey.saved", null, after);
    } catch (Refused refused) {
      return page(id, null, Map.of(question, text), refused, actor);
    }
  }

  @PostMapping("/questions/{question}/retirement")
  ModelAndView retire(
      @PathVariable long id, @PathVariable long question, Actor actor, RedirectAttributes after) {
    surveys.retire(id, question, true, actor);
    return back(id, "survey.question.retired", "/questions/" + question + "/return", after);
  }

  @PostMapping("/questions/{question}/return")
  ModelAndView restore(
      @PathVariable long id, @PathVariable long question, Actor actor, RedirectAttributes after) {
    surveys.retire(id, question, false, actor);
    return back(id, "survey.question.restored", null, after);
  }

  private ModelAndView page(
      long id,
      @Nullable SurveyEntry entry,
      Map<Long, String> typed,
      @Nullable Refused refused,
      Actor actor) {
    actor.require(Permission.RUN_SURVEYS);
    var survey = surveys.one(id, actor);
    var page = new ModelAndView("survey/edit");
    page.addObject("survey", survey);
    page.addObject("entry", entry == null ? survey : entry);
    page.addObject("typed", typed);
    page.addObject("questions", surveys.questions(id, true));
    page.addObject("questionKinds", QuestionKind.values());
    page.addObject("refused", refused);
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }

  private ModelAndView back(long id, String key, @Nullable String undo, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of(key));
    after.addFlashAttribute("undo", undo == null ? null : "/surveys/" + id + undo);
    return new ModelAndView("redirect:/surveys/" + id + "/edit");
  }
}
