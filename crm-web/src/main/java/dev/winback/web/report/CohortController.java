package dev.winback.web.report;

import dev.winback.report.Buyer;
import dev.winback.report.CohortCell;
import dev.winback.report.CohortTable;
import dev.winback.report.Cohorts;
import dev.winback.report.MonthSpan;
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

/** Who buys again how long after the first purchase: a table, the names of each cell, files. */
@Controller
class CohortController {

  private static final int ROWS = 50;

  private final Cohorts cohorts;
  private final BusinessClock clock;
  private final Wording wording;

  CohortController(Cohorts cohorts, BusinessClock clock, Wording wording) {
    this.cohorts = cohorts;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/reports/cohorts")
  String page(MonthSpan span, HttpServletRequest request, Actor actor, Model model) {
    model.addAttribute("table", cohorts.table(span, actor));
    model.addAttribute("address", ListAddress.of(request));
    return "report/cohorts";
  }

  @GetMapping({"/reports/cohorts.csv", "/reports/cohorts.xlsx"})
  void file(MonthSpan span, Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var table = cohorts.table(span, actor);
    try (var file = Export.open(request, response, clock.today(), "cohorts")) {
      file.head(wording.of("cohort.csv"));
      table.rows().forEach(row -> row.cells().forEach(cell -> file.row(cells(table, row, cell))));
    }
  }

  private Object[] cells(CohortTable table, CohortTable.Row row, CohortTable.Cell cell) {
    return new Object[] {
      wording.of("cohort.unit." + table.unit()),
      row.cohort().atDay(1),
      row.customers(),
      cell.since(),
      cell.customers(),
      cell.share(),
      cell.partial() ? wording.of("figures.incomplete") : ""
    };
  }

  @GetMapping("/reports/cohorts/names")
  String names(
      CohortCell cell,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("page", cohorts.names(cell, after, ROWS, actor));
    model.addAttribute("count", cohorts.count(cell, actor));
    model.addAttribute("cell", cell);
    model.addAttribute("currency", cohorts.currency());
    model.addAttribute("address", ListAddress.of(request));
    return "report/cohort-names";
  }

  @GetMapping({"/reports/cohorts/names.csv", "/reports/cohorts/names.xlsx"})
  void namesFile(
      CohortCell cell, Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    cohorts.count(cell, actor);
    try (var file = Export.open(request, response, clock.today(), "cohort-names")) {
      file.head(wording.of("cohort.names.csv"));
      cohorts.export(cell, actor, buyer -> file.row(cells(buyer, cohorts.currency())));
    }
  }

  static @Nullable Object[] cells(Buyer buyer, String currency) {
    return new @Nullable Object[] {
      buyer.ref(),
      buyer.name(),
      buyer.city(),
      buyer.owner(),
      buyer.first(),
      buyer.orders(),
      buyer.paid(),
      currency
    };
  }
}
