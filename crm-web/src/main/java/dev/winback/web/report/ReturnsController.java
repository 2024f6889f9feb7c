package dev.winback.web.report;

import dev.winback.report.ReturnReport;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.DayText;
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

/** What became of those who came back: a table, the names behind each figure, and files. */
@Controller
class ReturnsController {

  private static final int ROWS = 50;

  private final ReturnReport returns;
  private final BusinessClock clock;
  private final Wording wording;

  ReturnsController(ReturnReport returns, BusinessClock clock, Wording wording) {
    this.returns = returns;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/reports/returns")
  String table(HttpServletRequest request, Actor actor, Model model) {
    var months = returns.months(actor);
    model.addAttribute("months", months);
    model.addAttribute("total", returns.total(months));
    model.addAttribute("again", returns.again(actor));
    model.addAttribute("day", returns.day(actor));
    model.addAttribute("currency", returns.currency());
    model.addAttribute("address", ListAddress.of(request));
    return "report/returns";
  }

  @GetMapping({"/reports/returns.csv", "/reports/returns.xlsx"})
  void file(Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var months = returns.months(actor);
    try (var file = Export.open(request, response, clock.today(), "returns")) {
      file.head(wording.of("returns.csv"));
      months.forEach(
          m ->
              file.row(
                  m.month(),
                  m.returned(),
                  m.trial(),
                  returns.currency(),
                  m.restored(),
                  m.due(),
                  m.year(),
                  m.again()));
    }
  }

  @GetMapping("/reports/returns/names")
  String names(
      @RequestParam(required = false) @Nullable String month,
      @RequestParam(required = false) @Nullable String what,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("what", what == null ? "returned" : what);
    model.addAttribute("whats", ReturnReport.WHATS);
    model.addAttribute("page", returns.names(month, what, after, ROWS, actor));
    model.addAttribute("count", returns.count(month, what, actor));
    var asked = DayText.month("month", month);
    model.addAttribute("month", asked == null ? null : asked.atDay(1));
    model.addAttribute("address", ListAddress.of(request));
    return "report/returns-names";
  }

  @GetMapping({"/reports/returns/names.csv", "/reports/returns/names.xlsx"})
  void namesFile(
      @RequestParam(required = false) @Nullable String month,
      @RequestParam(required = false) @Nullable String what,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    returns.check(month, what);
    try (var file = Export.open(request, response, clock.today(), "returns-names")) {
      file.head(wording.of("returns.names.csv"));
      returns.export(
          month,
          what,
          actor,
          row ->
              file.row(
                  row.ref(),
                  row.name(),
                  wording.of("stage." + row.stage()),
                  row.returnedOn(),
                  row.trial(),
                  row.currency(),
                  row.percent(),
                  row.restoredOn(),
                  row.yearOn(),
                  row.again() ? wording.of("category.yes") : ""));
    }
  }
}
