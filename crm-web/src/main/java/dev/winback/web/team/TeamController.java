package dev.winback.web.team;

import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.team.TeamFilter;
import dev.winback.team.TeamLine;
import dev.winback.team.TeamPeriod;
import dev.winback.team.Teams;
import dev.winback.team.VisitLists;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the team does, rep by rep, each figure with its names. */
@Controller
class TeamController {

  private final Teams teams;
  private final TeamPeriod period;
  private final VisitLists visits;
  private final BusinessClock clock;
  private final Wording wording;

  TeamController(
      Teams teams, TeamPeriod period, VisitLists visits, BusinessClock clock, Wording wording) {
    this.teams = teams;
    this.period = period;
    this.visits = visits;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/team")
  String page(TeamFilter filter, HttpServletRequest request, Actor actor, Model model) {
    model.addAttribute("lines", teams.lines(filter, actor));
    model.addAttribute("visits", visits.coming(actor));
    model.addAttribute("shownVisits", VisitLists.SHOWN);
    model.addAttribute("from", period.first(filter));
    model.addAttribute("to", period.last(filter));
    model.addAttribute("days", period.days());
    model.addAttribute("currency", teams.currency());
    model.addAttribute("address", ListAddress.of(request));
    return "team/team";
  }

  @GetMapping({"/team.csv", "/team.xlsx"})
  void file(
      TeamFilter filter, Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var lines = teams.lines(filter, actor);
    try (var file = Export.open(request, response, clock.today(), "team")) {
      file.head(wording.of("team.csv"));
      lines.forEach(line -> file.row(cells(line)));
    }
  }

  private @Nullable Object[] cells(TeamLine line) {
    return new @Nullable Object[] {
      line.name(),
      line.active(),
      line.region(),
      line.customers(),
      line.base(),
      line.losers(),
      line.lost(),
      line.inherited(),
      line.open(),
      line.attempts(),
      line.talks(),
      line.appointments(),
      line.offers(),
      line.kept(),
      line.broken(),
      line.returned(),
      line.money(),
      line.share(),
      teams.currency()
    };
  }
}
