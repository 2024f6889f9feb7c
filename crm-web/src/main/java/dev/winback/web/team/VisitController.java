package dev.winback.web.team;

import dev.winback.lapse.LapseId;
import dev.winback.staff.Actor;
import dev.winback.team.Plans;
import dev.winback.team.Visits;
import dev.winback.web.layout.Wording;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Visits of a loss and the steps of its written plan. */
@Controller
@RequestMapping("/lapses/{id:\\d+}")
class VisitController {

  private final Visits visits;
  private final Plans plans;
  private final Wording wording;

  VisitController(Visits visits, Plans plans, Wording wording) {
    this.visits = visits;
    this.plans = plans;
    this.wording = wording;
  }

  /** The time is the manager's own. */
  @PostMapping("/visits")
  String arrange(
      @PathVariable LapseId id,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime at,
      @RequestParam(defaultValue = "") String questions,
      Actor actor,
      RedirectAttributes after) {
    var moment = at.atZone(actor.zone()).toInstant();
    return act(
        id,
        () -> "/visits/" + visits.arrange(id, moment, questions, actor) + "/cancellation",
        "team.visit.arranged",
        after);
  }

  @PostMapping("/visits/{visit}/cancellation")
  String cancel(
      @PathVariable LapseId id, @PathVariable long visit, Actor actor, RedirectAttributes after) {
    return act(
        id,
        () -> {
          visits.cancel(id, visit, actor);
          return "/visits/" + visit + "/return";
        },
        "team.visit.cancelled",
        after);
  }

  @PostMapping("/visits/{visit}/summary")
  String sumUp(
      @PathVariable LapseId id,
      @PathVariable long visit,
      @RequestParam(defaultValue = "") String listened,
      @RequestParam(defaultValue = "") String summary,
      Actor actor,
      RedirectAttributes after) {
    return act(
        id,
        () -> {
          visits.sumUp(id, visit, listened, summary, actor);
          return "/visits/" + visit + "/return";
        },
        "team.visit.done",
        after);
  }

  /** It was neither called off nor held. */
  @PostMapping("/visits/{visit}/return")
  String bringBack(
      @PathVariable LapseId id, @PathVariable long visit, Actor actor, RedirectAttributes after) {
    return act(
        id,
        () -> {
          visits.bringBack(id, visit, actor);
          return null;
        },
        "team.visit.back",
        after);
  }

  @PostMapping("/plan")
  String add(
      @PathVariable LapseId id,
      @RequestParam(defaultValue = "") String what,
      @RequestParam(defaultValue = "") String member,
      @RequestParam LocalDate dueOn,
      Actor actor,
      RedirectAttributes after) {
    return act(
        id,
        () -> "/plan/" + plans.add(id, what, member, dueOn, actor) + "/removal",
        "team.plan.added",
        after);
  }

  /** {@code state} is done, open, removal or return. */
  @PostMapping("/plan/{step}/{state:done|open|removal|return}")
  String change(
      @PathVariable LapseId id,
      @PathVariable long step,
      @PathVariable String state,
      Actor actor,
      RedirectAttributes after) {
    var back =
        switch (state) {
          case "done" -> "open";
          case "removal" -> "return";
          default -> null;
        };
    return act(
        id,
        () -> {
          change(id, step, state, actor);
          return back == null ? null : "/plan/" + step + "/" + back;
        },
        "team.plan." + state,
        after);
  }

  private void change(LapseId id, long step, String state, Actor actor) {
    switch (state) {
      case "done", "open" -> plans.done(id, step, state.equals("done"), actor);
      default -> plans.remove(id, step, state.equals("removal"), actor);
    }
  }

  private interface Act {
    /** The end of the address that takes it back, or null. */
    @Nullable String act();
  }

  private String act(LapseId id, Act act, String done, RedirectAttributes after) {
    var address = "/lapses/" + id.value();
    var undo = act.act();
    after.addFlashAttribute("notice", wording.of(done));
    after.addFlashAttribute("undo", undo == null ? null : address + undo);
    return "redirect:" + address + "#plan";
  }
}
