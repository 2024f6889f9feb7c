package dev.winback.web.work;

import dev.winback.shared.Settings;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.task.WorkReports;
import dev.winback.task.WorkRow;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The work of each executor within some days (CAL-38). */
@Controller
class WorkReportController {

  private final WorkReports reports;
  private final Settings settings;
  private final Wording wording;

  WorkReportController(WorkReports reports, Settings settings, Wording wording) {
    this.reports = reports;
    this.settings = settings;
    this.wording = wording;
  }

  @GetMapping("/reports/work")
  String page(
      @RequestParam @Nullable LocalDate from,
      @RequestParam @Nullable LocalDate until,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    var days = reports.days(from, until);
    model.addAttribute("days", days);
    model.addAttribute("rows", reports.rows(days, actor));
    model.addAttribute("currency", settings.currency().getCurrencyCode());
    model.addAttribute("address", ListAddress.of(request));
    return "work/report";
  }

  @GetMapping({"/reports/work.csv", "/reports/work.xlsx"})
  void file(
      @RequestParam @Nullable LocalDate from,
      @RequestParam @Nullable LocalDate until,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var days = reports.days(from, until);
    var rows = reports.rows(days, actor);
    try (var file = Export.open(request, response, days.until(), "work")) {
      file.row((Object[]) wording.of("work.report.csv").split(";"));
      rows.forEach(row -> file.row(cells(row)));
    }
  }

  private Object[] cells(WorkRow row) {
    return new Object[] {
      row.member(),
      row.calls(),
      row.talks(),
      row.appointments(),
      row.offers(),
      row.complaints(),
      row.kept(),
      row.broken(),
      row.returned(),
      row.money(),
      row.share(),
      settings.currency().getCurrencyCode()
    };
  }
}
