package dev.winback.web.work;

import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.task.CaseFilter;
import dev.winback.task.ServiceCase;
import dev.winback.task.ServiceCases;
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

/** Complaints as the work of service: the list and its file. */
@Controller
class CaseController {

  private final ServiceCases cases;
  private final BusinessClock clock;
  private final Wording wording;

  CaseController(ServiceCases cases, BusinessClock clock, Wording wording) {
    this.cases = cases;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/complaints")
  String list(
      CaseFilter filter,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("filter", filter);
    model.addAttribute("states", CaseFilter.STATES);
    model.addAttribute("page", cases.page(filter, after, PromiseController.ROWS, actor));
    model.addAttribute("count", cases.count(filter, actor));
    model.addAttribute("address", ListAddress.of(request));
    return "work/complaints";
  }

  @GetMapping({"/complaints.csv", "/complaints.xlsx"})
  void file(
      CaseFilter filter, Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.SEE_COMPLAINTS);
    filter.asked();
    try (var file = Export.open(request, response, clock.today(), "complaints")) {
      file.head(wording.of("case.csv"));
      cases.export(filter, actor, row -> file.row(cells(row)));
    }
  }

  private static @Nullable Object[] cells(ServiceCase row) {
    return new @Nullable Object[] {
      row.dueAt(),
      row.cameAt(),
      row.ref(),
      row.customer(),
      row.severity(),
      row.text(),
      row.owner(),
      row.resolvedAt(),
      row.satisfied()
    };
  }
}
