package dev.winback.web.why;

import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.staff.Staff;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import dev.winback.why.Questions;
import dev.winback.why.Statement;
import dev.winback.why.StatementFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The questions about losses that our own people were asked, and their answers. */
@Controller
class QuestionController {

  private static final int ROWS = 50;

  private final Questions questions;
  private final Staff staff;
  private final BusinessClock clock;
  private final Wording wording;

  QuestionController(Questions questions, Staff staff, BusinessClock clock, Wording wording) {
    this.questions = questions;
    this.staff = staff;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/questions")
  String list(
      StatementFilter filter,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("filter", filter);
    model.addAttribute("page", questions.page(filter, after, ROWS, actor));
    model.addAttribute("count", questions.count(filter, actor));
    model.addAttribute("members", staff.choice(filter.member()));
    model.addAttribute("self", actor.login());
    model.addAttribute("address", ListAddress.of(request));
    return "lapse/questions";
  }

  @GetMapping({"/questions.csv", "/questions.xlsx"})
  void file(
      StatementFilter filter,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.ANSWER_QUESTIONS);
    try (var file = Export.open(request, response, clock.today(), "questions")) {
      file.head(wording.of("why.questions.csv"));
      questions.export(filter, actor, row -> file.row(cells(row)));
    }
  }

  private static @Nullable Object[] cells(Statement row) {
    return new @Nullable Object[] {
      row.ref(),
      row.customer(),
      row.member(),
      row.askedBy(),
      row.askedAt(),
      row.question(),
      row.saidAt(),
      row.words()
    };
  }

  @PostMapping("/questions/{id}/answer")
  String answer(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String words,
      Actor actor,
      RedirectAttributes after) {
    questions.answer(id, words, actor);
    after.addFlashAttribute("notice", wording.of("why.answered"));
    after.addFlashAttribute("undo", "/questions/" + id + "/answer/undo");
    return "redirect:/questions";
  }

  @PostMapping("/questions/{id}/answer/undo")
  String takeBack(@PathVariable long id, Actor actor, RedirectAttributes after) {
    questions.takeBackAnswer(id, actor);
    after.addFlashAttribute("notice", wording.of("why.undone"));
    return "redirect:/questions";
  }
}
