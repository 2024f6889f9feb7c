package dev.winback.web.team;

import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.staff.Staff;
import dev.winback.team.PlanFilter;
import dev.winback.team.PlanLists;
import dev.winback.team.PlanStep;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The steps of all written plans. */
@Controller
class PlanController {

  private static final int ROWS = 50;

  private final PlanLists plans;
  private final Staff staff;
  private final BusinessClock clock;
  private final Wording wording;

  PlanController(PlanLists plans, Staff staff, BusinessClock clock, Wording wording) {
    this.plans = plans;
    this.staff = staff;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/team/plans")
  String list(
      PlanFilter filter,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    actor.require(Permission.SEE_TEAM);
    model.addAttribute("filter", filter);
    model.addAttribute("states", PlanFilter.STATES);
    model.addAttribute("page", plans.page(filter, after, ROWS, actor));
    model.addAttribute("count", plans.count(filter, actor));
    model.addAttribute("members", staff.choice(filter.member()));
    model.addAttribute("address", ListAddress.of(request));
    return "team/plans";
  }

  @GetMapping({"/team/plans.csv", "/team/plans.xlsx"})
  void file(
      PlanFilter filter, Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.SEE_TEAM);
    filter.check(); // a wrong word is refused before the file begins
    try (var file = Export.open(request, response, clock.today(), "plans")) {
      file.head(wording.of("team.plan.csv"));
      plans.export(filter, actor, row -> file.row(cells(row)));
    }
  }

  private static @Nullable Object[] cells(PlanStep row) {
    return new @Nullable Object[] {
      row.ref(), row.customer(), row.what(), row.member(), row.dueOn(), row.doneAt(), row.doneBy()
    };
  }
}
