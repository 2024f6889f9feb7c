package dev.winback.web.team;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.Assignments;
import dev.winback.lapse.Decisions;
import dev.winback.lapse.Handovers;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.lapse.Pauses;
import dev.winback.lapse.Transfer;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who works on a loss, and when he may begin. */
@Controller
@RequestMapping("/lapses/{id:\\d+}")
class GivingController {

  private final Assignments assignments;
  private final Decisions decisions;
  private final Handovers handovers;
  private final Lapses lapses;
  private final Pauses pauses;
  private final Wording wording;

  GivingController(
      Assignments assignments,
      Decisions decisions,
      Handovers handovers,
      Lapses lapses,
      Pauses pauses,
      Wording wording) {
    this.assignments = assignments;
    this.decisions = decisions;
    this.handovers = handovers;
    this.lapses = lapses;
    this.pauses = pauses;
    this.wording = wording;
  }

  @PostMapping("/assignment")
  String give(
      @PathVariable LapseId id,
      @RequestParam(defaultValue = "") String member,
      @RequestParam(required = false) @Nullable String override,
      @RequestParam(defaultValue = "false") boolean together,
      Actor actor,
      RedirectAttributes after) {
    Runnable act = () -> assignments.give(id, member, override, together, actor);
    typed(Map.of("give", member, "override", text(override)), after);
    return act(id, act, "team.given", () -> undo(id), after);
  }

  @PostMapping("/marketing")
  String leave(@PathVariable LapseId id, Actor actor, RedirectAttributes after) {
    Runnable act = () -> assignments.leaveToMarketing(id, actor);
    return act(id, act, "team.marketing.done", () -> undo(id), after);
  }

  private String undo(LapseId id) {
    var step = "lapse=" + id.value() + "&step=" + decisions.newest(id);
    return "/lost/decisions/undo?" + step + "&back=" + address(id);
  }

  /** {@code customer} says whether the customer himself goes along. */
  @PostMapping("/transfer")
  String transfer(
      @PathVariable LapseId id,
      @RequestParam(defaultValue = "") String member,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(required = false) @Nullable String override,
      @RequestParam(defaultValue = "false") boolean customer,
      Actor actor,
      RedirectAttributes after) {
    typed(Map.of("to", member, "reason", reason, "against", text(override)), after);
    return handover(
        id,
        () -> {
          var along = customer ? List.of(lapses.requireVisible(id, actor)) : List.<CustomerId>of();
          return handovers.transfer(
              new Transfer(List.of(id), along, member, reason, override), actor);
        },
        actor,
        after);
  }

  @PostMapping("/region")
  String move(
      @PathVariable LapseId id,
      @RequestParam(defaultValue = "") String region,
      Actor actor,
      RedirectAttributes after) {
    return handover(id, () -> handovers.moveTo(id, region, actor), actor, after);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** Shown again when it is refused. */
  private static void typed(Map<String, String> form, RedirectAttributes after) {
    after.addFlashAttribute("givingTyped", form);
  }

  private interface Handing {
    long hand();
  }

  /** Who handed it over and may see it no longer goes to the list. */
  private String handover(LapseId id, Handing act, Actor actor, RedirectAttributes after) {
    try {
      long handover = act.hand();
      after.addFlashAttribute("notice", wording.of("team.handover.done"));
      after.addFlashAttribute("undo", "/team/handovers/undo?handover=" + handover);
      boolean sees = actor.may(Permission.SEE_ALL_CUSTOMERS);
      return "redirect:" + (sees ? address(id) + "#giving" : "/lost");
    } catch (Refused refused) {
      return refused(id, refused, after);
    }
  }

  @PostMapping("/pause")
  String pause(
      @PathVariable LapseId id,
      @RequestParam LocalDate until,
      Actor actor,
      RedirectAttributes after) {
    return act(
        id,
        () -> pauses.pause(id, until, actor),
        "team.pause.done",
        () -> address(id) + "/pause/end",
        after);
  }

  @PostMapping("/pause/end")
  String endPause(@PathVariable LapseId id, Actor actor, RedirectAttributes after) {
    return act(id, () -> pauses.end(id, actor), "team.pause.ended", () -> null, after);
  }

  private String act(
      LapseId id,
      Runnable act,
      String done,
      Supplier<@Nullable String> undo,
      RedirectAttributes after) {
    try {
      act.run();
    } catch (Refused refused) {
      return refused(id, refused, after);
    }
    after.addFlashAttribute("notice", wording.of(done));
    after.addFlashAttribute("undo", undo.get());
    return "redirect:" + address(id) + "#giving";
  }

  private static String address(LapseId id) {
    return "/lapses/" + id.value();
  }

  /** The sentence says what is missing; the page shows it above the form. */
  private String refused(LapseId id, Refused refused, RedirectAttributes after) {
    after.addFlashAttribute("refusedGiving", wording.of(refused.sentence()));
    return "redirect:" + address(id) + "#giving";
  }
}
