package dev.winback.web.report;

import dev.winback.report.LostFilter;
import dev.winback.report.ReasonLine;
import dev.winback.report.ReasonReport;
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

/** Why customers were lost, as a page and a file. */
@Controller
class ReasonsController {

  private final ReasonReport report;
  private final ReasonWords words;
  private final BusinessClock clock;
  private final Wording wording;

  ReasonsController(ReasonReport report, ReasonWords words, BusinessClock clock, Wording wording) {
    this.report = report;
    this.words = words;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/reports/reasons")
  String page(
      @RequestParam(defaultValue = "reason") String by,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    var lines = report.lines(by, LostFilter.opened(from, to), actor);
    model.addAttribute("lines", lines);
    model.addAttribute("names", lines.stream().map(line -> named(by, line)).toList());
    model.addAttribute("by", by);
    model.addAttribute("kinds", ReasonReport.BY);
    model.addAttribute("day", report.day(by, LostFilter.opened(from, to), actor));
    model.addAttribute("from", from);
    model.addAttribute("to", to);
    model.addAttribute("currency", report.currency());
    model.addAttribute("address", ListAddress.of(request));
    return "report/reasons";
  }

  @GetMapping({"/reports/reasons.csv", "/reports/reasons.xlsx"})
  void file(
      @RequestParam(defaultValue = "reason") String by,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var lines = report.lines(by, LostFilter.opened(from, to), actor);
    try (var file = Export.open(request, response, clock.today(), "reasons")) {
      file.row((Object[]) wording.of("reasons.csv", wording.of("reasons.by." + by)).split(";"));
      lines.forEach(
          line ->
              file.row(
                  named(by, line),
                  line.losses(),
                  line.money(),
                  report.currency(),
                  line.share(),
                  line.guessed()));
    }
  }

  private String named(String by, ReasonLine line) {
    if (line.name() != null) {
      return line.name();
    }
    if (line.key().isEmpty()) {
      return wording.of("reasons.none");
    }
    return switch (by) {
      case "reason" ->
          line.key().equals("unknown") ? wording.of("reasons.none") : words.of(line.key());
      case "member" -> line.key().equals("none") ? wording.of("reasons.nobody") : line.key();
      default -> line.key();
    };
  }
}
