package dev.winback.web.survey;

import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.survey.AnswerFilter;
import dev.winback.survey.AnswerRow;
import dev.winback.survey.Question;
import dev.winback.survey.QuestionKind;
import dev.winback.survey.SurveyAnswers;
import dev.winback.survey.Surveys;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ReasonWords;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The answers to a survey as a file; one that was written down by mistake is taken back. */
@Controller
@RequestMapping("/surveys/{id:\\d+}")
class AnswerController {

  private final SurveyAnswers answers;
  private final Surveys surveys;
  private final ReasonWords words;
  private final BusinessClock clock;
  private final Wording wording;

  AnswerController(
      SurveyAnswers answers,
      Surveys surveys,
      ReasonWords words,
      BusinessClock clock,
      Wording wording) {
    this.answers = answers;
    this.surveys = surveys;
    this.words = words;
    this.clock = clock;
    this.wording = wording;
  }

  /** A column for each question, the retired ones too. */
  @GetMapping({"/answers.csv", "/answers.xlsx"})
  void file(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable Boolean low,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    surveys.one(id, actor);
    var questions = surveys.questions(id, true);
    try (var file = Export.open(request, response, clock.today(), "answers-" + id)) {
      var head = new ArrayList<@Nullable Object>(List.of(wording.of("survey.csv").split(";")));
      questions.forEach(question -> head.add(question.text()));
      file.row(head.toArray());
      answers.export(new AnswerFilter(id, low), actor, row -> file.row(cells(row, questions)));
    }
  }

  private @Nullable Object[] cells(AnswerRow row, List<Question> questions) {
    var cells = new ArrayList<@Nullable Object>();
    cells.add(row.ref());
    cells.add(row.customer());
    cells.add(row.answeredAt());
    cells.add(row.member());
    questions.forEach(question -> cells.add(cell(question, row.to(question))));
    return cells.toArray();
  }

  private @Nullable String cell(Question question, @Nullable String answer) {
    return question.kind() == QuestionKind.REASON && answer != null ? words.of(answer) : answer;
  }

  @PostMapping("/answers/{answer}/undo")
  String takeBack(
      @PathVariable long id, @PathVariable long answer, Actor actor, RedirectAttributes after) {
    answers.takeBack(answer, actor);
    after.addFlashAttribute("notice", wording.of("survey.taken-back"));
    return "redirect:/surveys/" + id;
  }
}
