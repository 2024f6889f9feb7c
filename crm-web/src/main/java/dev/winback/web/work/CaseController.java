package dev.winback.web.work;

import dev.winback.importing.ComplaintCorrections;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Complaints as the work of service: resolved, answered to satisfaction or not. */
@Controller
class CaseController {

  private final ServiceCases cases;
  private final ComplaintCorrections complaints;
  private final BusinessClock clock;
  private final Wording wording;

  CaseController(
      ServiceCases cases, ComplaintCorrections complaints, BusinessClock clock, Wording wording) {
    this.cases = cases;
    this.complaints = complaints;
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
    actor.require(Permission.SEE_ALARMS);
    filter.asked();
    try (var file = Export.open(request, response, clock.today(), "complaints")) {
      file.row((Object[]) wording.of("case.csv").split(";"));
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

  @PostMapping("/complaints/{ref}/{id}/resolution")
  String resolve(
      @PathVariable String ref, @PathVariable long id, Actor actor, RedirectAttributes after) {
    complaints.resolve(ref, id, actor);
    after.addFlashAttribute("notice", wording.of("case.resolved"));
    after.addFlashAttribute(
        "undo",
        UriComponentsBuilder.fromPath("/complaints/{ref}/{id}/reopening")
            .build(ref, id)
            .getRawPath());
    return "redirect:/complaints";
  }

  @PostMapping("/complaints/{ref}/{id}/reopening")
  String reopen(
      @PathVariable String ref, @PathVariable long id, Actor actor, RedirectAttributes after) {
    complaints.reopen(ref, id, actor);
    after.addFlashAttribute("notice", wording.of("complaint.reopened"));
    return "redirect:/complaints";
  }

  @PostMapping("/complaints/{ref}/{id}/satisfaction")
  String satisfied(
      @PathVariable String ref,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String satisfied,
      Actor actor,
      RedirectAttributes after) {
    complaints.satisfied(ref, id, satisfied, actor);
    after.addFlashAttribute("notice", wording.of("complaint.satisfaction"));
    return "redirect:/complaints?state=resolved";
  }
}
