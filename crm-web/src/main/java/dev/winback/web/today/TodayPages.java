package dev.winback.web.today;

import dev.winback.letter.ConfirmationLists;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.staff.Role;
import dev.winback.staff.Staff;
import dev.winback.task.CallSheets;
import dev.winback.task.Tasks;
import dev.winback.task.Today;
import dev.winback.team.PlanLists;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxResponse;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of the day shows, whichever act on a card led to it. */
@Component
class TodayPages {

  private final Tasks tasks;
  private final CallSheets sheets;
  private final Staff staff;
  private final ConfirmationLists confirmations;
  private final PlanLists plans;
  private final WorkedView worked;

  TodayPages(
      Tasks tasks,
      CallSheets sheets,
      Staff staff,
      ConfirmationLists confirmations,
      PlanLists plans,
      WorkedView worked) {
    this.tasks = tasks;
    this.sheets = sheets;
    this.staff = staff;
    this.confirmations = confirmations;
    this.plans = plans;
    this.worked = worked;
  }

  /** After an act on a card: the next one, or without htmx the way to it. */
  String next(Asked before, Actor actor, HtmxRequest htmx, HtmxResponse answer, Model model) {
    var asked = before.in(worked.still(before.view(), actor));
    if (!htmx.isHtmxRequest()) {
      return "redirect:" + asked.address();
    }
    show(asked, actor, model);
    answer.setReplaceUrl(asked.address());
    return "today/answer";
  }

  void show(Asked asked, Actor actor, Model model) {
    var today = today(asked, actor, model);
    model.addAttribute("today", today);
    model.addAttribute("queueOf", asked.member());
    var card = today.card();
    if (card != null) {
      var script = (String) model.getAttribute("asked");
      model.addAttribute("guide", sheets.guide(card, script, actor));
      model.addAttribute("regions", staff.regions());
    }
    model.addAttribute("toConfirm", confirmations.mine(actor));
    model.addAttribute("planned", plans.due(actor));
    if (actor.may(Permission.SEE_ALL_TASKS)) {
      var callers =
          staff.active().stream()
              .filter(one -> one.role() == Role.REP || one.id().equals(actor.id()))
              .toList();
      model.addAttribute("callers", callers);
    }
  }

  private Today today(Asked asked, Actor actor, Model model) {
    if (asked.view() == null) {
      return tasks.today(asked.member(), asked.due(), asked.task(), actor);
    }
    var view = worked.of(asked.view().id(), actor);
    var part = worked.part(view, asked.view(), actor);
    model.addAttribute("worked", view);
    model.addAttribute("viewed", asked.view());
    model.addAttribute("further", part.next());
    return tasks.through(part.items(), asked.task(), actor);
  }
}
