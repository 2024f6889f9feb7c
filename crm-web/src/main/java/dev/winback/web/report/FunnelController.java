package dev.winback.web.report;

import dev.winback.report.FunnelFilter;
import dev.winback.report.FunnelName;
import dev.winback.report.Funnels;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
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

/** How far losses came on their way back: a page, its names and files. */
@Controller
class FunnelController {

  private static final int ROWS = 50;

  private final Funnels funnels;
  private final BusinessClock clock;
  private final Wording wording;

  FunnelController(Funnels funnels, BusinessClock clock, Wording wording) {
    this.funnels = funnels;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/reports/funnel")
  String page(FunnelFilter filter, HttpServletRequest request, Actor actor, Model model) {
    model.addAttribute("funnel", funnels.of(filter, actor));
    asked(filter, request, model);
    return "report/funnel";
  }

  private void asked(FunnelFilter filter, HttpServletRequest request, Model model) {
    model.addAttribute("from", filter.first(clock.today()));
    model.addAttribute("to", filter.last(clock.today()));
    model.addAttribute("abc", filter.abcAsked());
    model.addAttribute("currency", funnels.currency());
    model.addAttribute("day", funnels.day());
    model.addAttribute("address", ListAddress.of(request));
  }

  @GetMapping({"/reports/funnel.csv", "/reports/funnel.xlsx"})
  void file(
      FunnelFilter filter, Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var funnel = funnels.of(filter, actor);
    try (var file = Export.open(request, response, clock.today(), "funnel")) {
      file.head(wording.of("funnel.csv"));
      funnel
          .steps()
          .forEach(
              step ->
                  file.row(
                      wording.of("funnel.step." + step.word()),
                      step.count(),
                      step.ofBefore(),
                      step.ofLost()));
    }
  }

  @GetMapping("/reports/funnel/names")
  String names(
      FunnelFilter filter,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("page", funnels.names(filter, after, ROWS, actor));
    model.addAttribute("count", funnels.counted(filter, actor));
    model.addAttribute("step", filter.word());
    asked(filter, request, model);
    return "report/funnel-names";
  }

  @GetMapping({"/reports/funnel/names.csv", "/reports/funnel/names.xlsx"})
  void namesFile(
      FunnelFilter filter, Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    funnels.count(filter, actor);
    try (var file = Export.open(request, response, clock.today(), "funnel-names")) {
      file.head(wording.of("funnel.names.csv"));
      funnels.export(filter, actor, row -> file.row(cells(row)));
    }
  }

  private @Nullable Object[] cells(FunnelName row) {
    return new @Nullable Object[] {
      row.ref(),
      row.name(),
      row.city(),
      row.owner(),
      wording.of("stage." + row.stage()),
      row.openedOn(),
      row.step(),
      row.valueYear(),
      row.currency()
    };
  }
}
