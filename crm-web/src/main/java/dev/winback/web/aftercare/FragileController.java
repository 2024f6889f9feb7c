package dev.winback.web.aftercare;

import dev.winback.aftercare.FragileCustomers;
import dev.winback.aftercare.FragileFilter;
import dev.winback.aftercare.FragileRow;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.ReasonWords;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The customers in their fragile year: a list, a file, a page for the wall. */
@Controller
class FragileController {

  private static final int ROWS = 50;
  private static final int ON_THE_WALL = 200;

  private final FragileCustomers fragile;
  private final BusinessClock clock;
  private final Wording wording;
  private final ReasonWords reasons;

  FragileController(
      FragileCustomers fragile, BusinessClock clock, Wording wording, ReasonWords reasons) {
    this.fragile = fragile;
    this.clock = clock;
    this.wording = wording;
    this.reasons = reasons;
  }

  @GetMapping("/fragile")
  String list(
      FragileFilter filter,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("filter", filter);
    model.addAttribute("shows", FragileFilter.SHOWN);
    model.addAttribute("page", fragile.page(filter, after, ROWS, actor));
    model.addAttribute("count", fragile.count(filter, actor));
    model.addAttribute("address", ListAddress.of(request));
    return "aftercare/fragile";
  }

  @GetMapping("/fragile/poster")
  String poster(Actor actor, Model model) {
    var all = new FragileFilter(null);
    model.addAttribute("rows", fragile.page(all, null, ON_THE_WALL, actor).items());
    model.addAttribute("count", fragile.count(all, actor));
    model.addAttribute("day", clock.today());
    return "aftercare/poster";
  }

  @GetMapping({"/fragile.csv", "/fragile.xlsx"})
  void file(
      FragileFilter filter, Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    filter.asked();
    try (var file = Export.open(request, response, clock.today(), "fragile")) {
      file.head(wording.of("aftercare.fragile.csv"));
      fragile.export(filter, actor, row -> file.row(cells(row)));
    }
  }

  private @Nullable Object[] cells(FragileRow row) {
    return new @Nullable Object[] {
      row.ref(),
      row.name(),
      row.city(),
      row.owner(),
      row.assignee(),
      wording.of("stage." + row.stage()),
      row.returnedOn(),
      row.until(),
      row.credit() == null ? "" : wording.of("credit." + row.credit()),
      row.reason() == null ? "" : reasons.of(row.reason()),
      row.trial(),
      row.beforeYear(),
      row.sinceYear(),
      row.currency(),
      row.percent(),
      row.shareBefore(),
      row.shareAfter(),
      row.restoredOn(),
      row.nextKind() == null ? "" : wording.of("task.kind." + row.nextKind()),
      row.nextOn(),
      row.nextMember()
    };
  }
}
