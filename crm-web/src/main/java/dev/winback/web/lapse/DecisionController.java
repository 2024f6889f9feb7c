package dev.winback.web.lapse;

import dev.winback.bulk.BulkAction;
import dev.winback.bulk.BulkOrder;
import dev.winback.lapse.Decision;
import dev.winback.lapse.Decisions;
import dev.winback.lapse.LapseId;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a manager does with the rows of the lost list: decide, give to a rep, take back. */
@Controller
class DecisionController {

  /** What is no decision about a loss is a job even of one. */
  private static final Set<BulkAction> ALONE = Set.of(BulkAction.NON_CLIENT, BulkAction.TASK);

  private final Decisions decisions;
  private final Acting acting;
  private final Wording wording;

  DecisionController(Decisions decisions, Acting acting, Wording wording) {
    this.decisions = decisions;
    this.acting = acting;
    this.wording = wording;
  }

  /** With {@code all} the rows of the list that {@code back} shows are meant, not those picked. */
  @PostMapping("/lost/decisions")
  @Nullable ModelAndView decide(
      @RequestParam(defaultValue = "") List<LapseId> lapse,
      @RequestParam String decision,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(required = false) @Nullable LocalDate until,
      @RequestParam(defaultValue = "false") boolean farewell,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(required = false) @Nullable String back,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      Actor actor,
      HttpServletResponse response,
      RedirectAttributes after) {
    actor.require(Permission.DECIDE);
    var action = BulkAction.ofCode(decision);
    var way = new Acting.Way(back, all, htmx != null, response, after);
    var order = new BulkOrder(action, lapse, null, reason.strip(), until, "", null, farewell);
    boolean one = lapse.size() == 1 && !all && !farewell && !ALONE.contains(action);
    if (!one) {
      return acting.upon(order, "lost.done." + action.code(), way, actor);
    }
    decisions.decide(lapse.get(0), Decision.ofCode(decision), order.reason(), until, actor);
    return acting.done(order, "lost.done." + action.code(), way, actor);
  }

  @PostMapping("/lost/assignments")
  @Nullable ModelAndView assign(
      @RequestParam(defaultValue = "") List<LapseId> lapse,
      @RequestParam String member,
      @RequestParam(required = false) @Nullable String override,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(required = false) @Nullable String back,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      Actor actor,
      HttpServletResponse response,
      RedirectAttributes after) {
    actor.require(Permission.DECIDE);
    var way = new Acting.Way(back, all, htmx != null, response, after);
    var order =
        new BulkOrder(BulkAction.ASSIGN, lapse, null, "", null, member.strip(), override, false);
    if (lapse.size() != 1 || all) {
      return acting.upon(order, "lost.done.assigned", way, actor);
    }
    decisions.assign(lapse.get(0), member, override, actor);
    return acting.done(order, "lost.done.assigned", way, actor);
  }

  /** {@code step} is what the page showed: something later of the same member stays. */
  @PostMapping("/lost/decisions/undo")
  @Nullable ModelAndView undo(
      @RequestParam(defaultValue = "") List<LapseId> lapse,
      @RequestParam(required = false) @Nullable Long step,
      @RequestParam(required = false) @Nullable String back,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      Actor actor,
      HttpServletResponse response,
      RedirectAttributes after) {
    if (step != null && lapse.size() == 1) {
      decisions.undo(lapse.get(0), step, actor);
    } else {
      decisions.undo(lapse, actor);
    }
    var way = new Acting.Way(back, false, htmx != null, response, after);
    return acting.takenBack(wording.of("lost.undone", lapse.size()), lapse, way);
  }

  /** A closed loss gets another try; the reason is recorded. */
  @PostMapping("/lost/reopenings")
  String reopen(
      @RequestParam LapseId lapse,
      @RequestParam(defaultValue = "") String reason,
      Actor actor,
      RedirectAttributes after) {
    decisions.reopen(lapse, reason, actor);
    after.addFlashAttribute("notice", wording.of("lost.done.reopened"));
    return "redirect:/lapses/" + lapse.value() + "#decision";
  }
}
