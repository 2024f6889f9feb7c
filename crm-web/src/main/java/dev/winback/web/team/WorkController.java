package dev.winback.web.team;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.staff.Staff;
import dev.winback.team.TeamFilter;
import dev.winback.team.TeamPeriod;
import dev.winback.team.WorkKind;
import dev.winback.team.WorkLists;
import dev.winback.team.WorkRow;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The names behind each figure of the team: promises, calls, returns. */
@Controller
class WorkController {

  private static final int ROWS = 50;

  private final WorkLists lists;
  private final TeamPeriod period;
  private final Staff staff;
  private final BusinessClock clock;
  private final Wording wording;

  WorkController(
      WorkLists lists, TeamPeriod period, Staff staff, BusinessClock clock, Wording wording) {
    this.lists = lists;
    this.period = period;
    this.staff = staff;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/team/{kind:promises|calls|returns}")
  String list(
      @PathVariable String kind,
      TeamFilter filter,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    var asked = kind(kind);
    model.addAttribute("kind", kind);
    model.addAttribute("filter", filter);
    model.addAttribute("page", lists.page(asked, filter, after, ROWS, actor));
    model.addAttribute("count", lists.count(asked, filter, actor));
    model.addAttribute("from", period.first(filter));
    model.addAttribute("to", period.last(filter));
    model.addAttribute("members", staff.choice(filter.member()));
    model.addAttribute("address", ListAddress.of(request));
    return "team/work";
  }

  @GetMapping({
    "/team/{kind:promises|calls|returns}.csv",
    "/team/{kind:promises|calls|returns}.xlsx"
  })
  void file(
      @PathVariable String kind,
      TeamFilter filter,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    lists.count(kind(kind), filter, actor);
    try (var file = Export.open(request, response, clock.today(), kind)) {
      file.head(wording.of("team.work.csv"));
      lists.export(kind(kind), filter, actor, row -> file.row(cells(kind, row)));
    }
  }

  private static WorkKind kind(String code) {
    return Arrays.stream(WorkKind.values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new NotFound("list"));
  }

  private @Nullable Object[] cells(String kind, WorkRow row) {
    return new @Nullable Object[] {
      row.ref(),
      row.customer(),
      row.member(),
      row.day(),
      wording.of(WorkWords.key(kind, row.said())),
      wording.of("team.state." + row.state()),
      row.words(),
      row.amount(),
      row.currency()
    };
  }
}
