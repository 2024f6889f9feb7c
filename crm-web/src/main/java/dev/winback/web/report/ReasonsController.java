package dev.winback.web.report;

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
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Why customers were lost, as a page and a file. */
@Controller
class ReasonsController {

  /** Lines of a page; the file has all of them. */
  private static final int SHOWN = 500;

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
  String page(ReasonsAsked asked, HttpServletRequest request, Actor actor, Model model) {
    var by = asked.lines();
    var all = report.lines(by, asked.filter(), actor);
    var lines = all.stream().limit(SHOWN).toList();
    model.addAttribute("lines", lines);
    model.addAttribute("pareto", Pareto.of(all));
    model.addAttribute("all", all.size());
    model.addAttribute("names", lines.stream().map(line -> named(by, line)).toList());
    model.addAttribute("by", by);
    model.addAttribute("asked", asked);
    model.addAttribute("only", only(asked));
    model.addAttribute("kinds", ReasonReport.BY);
    model.addAttribute("day", report.day(by, asked.filter(), actor));
    model.addAttribute("currency", report.currency());
    model.addAttribute("address", ListAddress.of(request));
    return "report/reasons";
  }

  /** What the losses were narrowed to, in words. */
  private List<String> only(ReasonsAsked asked) {
    var filter = asked.filter();
    return Stream.of(
            filter.reason() == null ? null : reason(filter.reason()),
            filter.goods(),
            filter.lostBy() == null ? null : member(filter.lostBy()))
        .filter(Objects::nonNull)
        .toList();
  }

  @GetMapping({"/reports/reasons.csv", "/reports/reasons.xlsx"})
  void file(
      ReasonsAsked asked, Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var by = asked.lines();
    var lines = report.lines(by, asked.filter(), actor);
    try (var file = Export.open(request, response, clock.today(), "reasons")) {
      file.head(wording.of("reasons.csv", wording.of("reasons.by." + by)));
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
      case "reason" -> reason(line.key());
      case "member" -> member(line.key());
      default -> line.key();
    };
  }

  private String reason(String code) {
    return code.equals("unknown") ? wording.of("reasons.none") : words.of(code);
  }

  private String member(String login) {
    return login.equals("none") ? wording.of("reasons.nobody") : login;
  }
}
