package dev.winback.web.why;

import dev.winback.lapse.Decisions;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Losers;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who lost the customer, put right on the page of the loss. */
@Controller
class LoserController {

  private final LapsePage page;
  private final Losers losers;
  private final Decisions decisions;

  LoserController(LapsePage page, Losers losers, Decisions decisions) {
    this.page = page;
    this.losers = losers;
    this.decisions = decisions;
  }

  /** No member: nobody knows. */
  @PostMapping("/lapses/{id:\\d+}/lost-by")
  ModelAndView correct(
      @PathVariable LapseId id,
      @RequestParam(defaultValue = "") String member,
      @RequestParam(defaultValue = "") String reason,
      Actor actor,
      RedirectAttributes after) {
    try {
      losers.correct(id, member, reason, actor);
    } catch (Refused refused) {
      var typed = Map.of("typedLoser", Map.of("member", member, "reason", reason));
      var at = refused.field();
      var field = at == null ? null : "reason".equals(at) ? "loser-reason" : "loser";
      return page.refused(id, refused, field, typed, actor);
    }
    var answer = page.back(id, "why.lostby.done", null, "facts-title", after);
    after.addFlashAttribute("undo", undo(id));
    return answer;
  }

  private String undo(LapseId id) {
    var step = "lapse=" + id.value() + "&step=" + decisions.newest(id);
    return "/lost/decisions/undo?" + step + "&back=/lapses/" + id.value();
  }
}
