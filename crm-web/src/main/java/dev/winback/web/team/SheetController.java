package dev.winback.web.team;

import dev.winback.lapse.LapseId;
import dev.winback.report.LapsePages;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.team.PlanLists;
import dev.winback.team.Talks;
import dev.winback.team.VisitLists;
import dev.winback.why.Findings;
import dev.winback.why.Statements;
import dev.winback.worth.Worths;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The sheet of paper to take along to a lost customer (CAL-29). */
@Controller
class SheetController {

  private final LapsePages pages;
  private final Signals signals;
  private final Findings findings;
  private final Statements statements;
  private final Worths worths;
  private final VisitLists visits;
  private final Talks talks;
  private final PlanLists plans;

  SheetController(
      LapsePages pages,
      Signals signals,
      Findings findings,
      Statements statements,
      Worths worths,
      VisitLists visits,
      Talks talks,
      PlanLists plans) {
    this.pages = pages;
    this.signals = signals;
    this.findings = findings;
    this.statements = statements;
    this.worths = worths;
    this.visits = visits;
    this.talks = talks;
    this.plans = plans;
  }

  @GetMapping("/lapses/{id:\\d+}/sheet")
  String sheet(@PathVariable LapseId id, Actor actor, Model model) {
    var lapse = pages.facts(id, actor);
    model.addAttribute("lapse", lapse);
    model.addAttribute("dossier", pages.dossier(lapse));
    model.addAttribute("signals", signals.of(lapse.customer()));
    model.addAttribute("known", findings.of(id, actor).orElse(null));
    model.addAttribute("statements", statements.of(id, actor));
    model.addAttribute("worth", worths.of(id, actor).orElse(null));
    model.addAttribute("visit", visits.next(id, actor).orElse(null));
    model.addAttribute("talks", talks.last(id, actor));
    model.addAttribute("plan", plans.of(id, actor));
    return "team/sheet";
  }
}
