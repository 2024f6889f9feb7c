package dev.winback.web.why;

import dev.winback.lapse.LapseId;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.why.Statements;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What our own people say of a loss, by themselves or asked. */
@Controller
@RequestMapping("/lapses/{id:\\d+}")
class StatementController {

  private final LapsePage page;
  private final Statements statements;

  StatementController(LapsePage page, Statements statements) {
    this.page = page;
    this.statements = statements;
  }

  @PostMapping("/statements")
  ModelAndView say(
      @PathVariable LapseId id,
      @RequestParam(defaultValue = "") String words,
      Actor actor,
      RedirectAttributes after) {
    try {
      long said = statements.say(id, words, actor);
      return page.back(id, "why.said", "/statements/" + said + "/withdrawal", "staff", after);
    } catch (Refused refused) {
      return page.refused(id, refused, "said", Map.of("typedWords", words), actor);
    }
  }

  @PostMapping("/statements/{statement}/withdrawal")
  ModelAndView withdraw(
      @PathVariable LapseId id,
      @PathVariable long statement,
      Actor actor,
      RedirectAttributes after) {
    statements.withdraw(id, statement, actor);
    return page.back(id, "why.withdrawn", null, "staff", after);
  }

  @PostMapping("/questions")
  ModelAndView ask(
      @PathVariable LapseId id,
      @RequestParam(defaultValue = "") List<String> member,
      @RequestParam(defaultValue = "") String question,
      Actor actor,
      RedirectAttributes after) {
    try {
      statements.ask(id, member, question, actor);
      return page.back(id, "why.asked", null, "staff", after);
    } catch (Refused refused) {
      var field = "member".equals(refused.field()) ? "asked" : refused.field();
      var typed = Map.of("typedMembers", member, "typedQuestion", question);
      return page.refused(id, refused, field, typed, actor);
    }
  }
}
