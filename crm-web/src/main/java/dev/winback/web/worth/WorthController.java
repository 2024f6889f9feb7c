package dev.winback.web.worth;

import dev.winback.lapse.Decision;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.value.Lifetime;
import dev.winback.web.layout.ChangedFields;
import dev.winback.web.layout.Wording;
import dev.winback.worth.CaseWorth;
import dev.winback.worth.Considerations;
import dev.winback.worth.Criterion;
import dev.winback.worth.Explanation;
import dev.winback.worth.Question;
import dev.winback.worth.Worths;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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

/** What one loss is worth, where each figure comes from, and what else to consider. */
@Controller
@RequestMapping("/lapses/{id:\\d+}/worth")
class WorthController {

  private final Worths worths;
  private final Considerations considerations;
  private final Lapses lapses;
  private final Wording wording;

  WorthController(Worths worths, Considerations considerations, Lapses lapses, Wording wording) {
    this.worths = worths;
    this.considerations = considerations;
    this.lapses = lapses;
    this.wording = wording;
  }

  @GetMapping
  ModelAndView worth(@PathVariable LapseId id, Actor actor) {
    return page(id, null, actor);
  }

  /** {@code holds} is yes, no, or empty for what the figures say. */
  @PostMapping("/criteria")
  ModelAndView mark(
      @PathVariable LapseId id,
      @RequestParam String criterion,
      @RequestParam(defaultValue = "") String holds,
      Actor actor,
      RedirectAttributes after) {
    considerations.mark(id, criterion(criterion), holds(holds), actor);
    return done(id, "worth.criterion.noted", after);
  }

  private static Criterion criterion(String code) {
    return Arrays.stream(Criterion.values())
        .filter(criterion -> criterion.code().equals(code))
        .findAny()
        .orElseThrow(() -> Refused.field("criterion", "worth.refused.criterion", code));
  }

  private static @Nullable Boolean holds(String said) {
    return switch (said) {
      case "yes" -> true;
      case "no" -> false;
      default -> null;
    };
  }

  /**
   * All four at once; only what was changed is an answer. With a decision they are kept before it.
   */
  @PostMapping("/answers")
  ModelAndView answer(
      @PathVariable LapseId id,
      @RequestParam Map<String, String> form,
      Actor actor,
      RedirectAttributes after) {
    var decision = form.get("decision");
    try {
      if (decision != null) {
        Decision.ofCode(decision).requireReason(form.getOrDefault("reason", ""));
      }
      considerations.answer(id, answers(form), actor);
    } catch (Refused refused) {
      var page = page(id, refused, actor);
      page.addObject("typed", form);
      return page;
    }
    return decision == null
        ? done(id, "worth.answer.noted", after)
        : new ModelAndView("forward:/lost/decisions");
  }

  private static Map<Question, String> answers(Map<String, String> form) {
    var words = ChangedFields.of(form, "");
    return Arrays.stream(Question.values())
        .filter(question -> words.containsKey(question.code()))
        .collect(
            Collectors.toMap(
                Function.identity(), question -> words.getOrDefault(question.code(), "")));
  }

  private ModelAndView done(LapseId id, String words, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of(words));
    return new ModelAndView("redirect:/lapses/" + id.value() + "/worth");
  }

  private ModelAndView page(LapseId id, @Nullable Refused refused, Actor actor) {
    var explanation = worths.of(id, actor).orElse(null);
    var page = new ModelAndView("worth/worth");
    page.addObject("lapse", lapses.row(id, actor));
    page.addObject("e", explanation);
    page.addObject("criteria", considerations.criteria(id, actor));
    page.addObject("answers", considerations.answers(id, worthOf(explanation), actor));
    page.addObject("longer", Lifetime.SECOND_TO_FIRST);
    page.addObject("refused", refused);
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }

  private static @Nullable CaseWorth worthOf(@Nullable Explanation explanation) {
    return explanation == null ? null : explanation.worth();
  }
}
