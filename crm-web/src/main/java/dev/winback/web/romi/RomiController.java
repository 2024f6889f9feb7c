package dev.winback.web.romi;

import dev.winback.romi.RomiCase;
import dev.winback.romi.RomiFilter;
import dev.winback.romi.RomiPicture;
import dev.winback.romi.RomiReport;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import dev.winback.worth.Increment;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What returns brought and what was spent on them (MEA-04): each number opens its cases. */
@Controller
class RomiController {

  private static final int ROWS = 50;

  private final RomiReport report;
  private final BusinessClock clock;
  private final Wording wording;

  RomiController(RomiReport report, BusinessClock clock, Wording wording) {
    this.report = report;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/reports/romi")
  String page(RomiFilter filter, HttpServletRequest request, Actor actor, Model model) {
    model.addAttribute("picture", report.of(filter, actor));
    model.addAttribute("day", report.day());
    asked(filter, request, model);
    return "romi/romi";
  }

  private void asked(RomiFilter filter, HttpServletRequest request, Model model) {
    model.addAttribute("from", filter.first(clock.today()));
    model.addAttribute("to", filter.last(clock.today()));
    model.addAttribute("currency", report.currency());
    model.addAttribute("address", ListAddress.of(request));
  }

  @GetMapping({"/reports/romi.csv", "/reports/romi.xlsx"})
  void file(
      RomiFilter filter, Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var picture = report.of(filter, actor);
    try (var file = Export.open(request, response, clock.today(), "romi")) {
      file.head(wording.of("romi.csv"));
      picture.earned().forEach(line -> file.row(cells(line, picture::margin)));
      picture.spent().forEach(line -> file.row(cells(line, RomiPicture.Line::amount)));
      file.row(
          wording.of("romi.margin"),
          picture.returned(),
          picture.romi().margin(),
          report.currency());
      file.row(wording.of("romi.cost"), null, picture.cost(), report.currency());
      file.row(wording.of("romi.percent"), null, picture.romi().percent(), "");
      compared(picture.increment(), file);
    }
  }

  /** What letters brought against those kept back, the money with its range after a look only. */
  private void compared(Increment arms, Export file) {
    if (arms.comparable()) {
      file.row(wording.of("romi.part.treated"), arms.treated().of(), null, "");
      file.row(wording.of("romi.part.kept"), arms.kept().of(), null, "");
    }
    if (arms.comparable() && arms.margin() != null) {
      file.row(wording.of("romi.arms.margin"), null, arms.margin(), report.currency());
      file.row(wording.of("romi.arms.least"), null, arms.low(), report.currency());
      file.row(wording.of("romi.arms.most"), null, arms.high(), report.currency());
    }
  }

  private @Nullable Object[] cells(
      RomiPicture.Line line, Function<RomiPicture.Line, BigDecimal> amount) {
    return new @Nullable Object[] {
      wording.of("romi.part." + line.part().code()),
      line.cases(),
      amount.apply(line),
      report.currency()
    };
  }

  @GetMapping("/reports/romi/names")
  String names(
      RomiFilter filter,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("page", report.names(filter, after, ROWS, actor));
    model.addAttribute("count", report.count(filter, actor));
    model.addAttribute("part", filter.asked().code());
    model.addAttribute("arm", filter.asked().arm());
    asked(filter, request, model);
    return "romi/names";
  }

  @GetMapping({"/reports/romi/names.csv", "/reports/romi/names.xlsx"})
  void namesFile(
      RomiFilter filter, Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.SEE_ALL_FIGURES);
    filter.check(clock.today());
    try (var file =
        Export.open(request, response, clock.today(), "romi-" + filter.asked().code())) {
      file.head(wording.of("romi.names.csv"));
      report.export(filter, actor, row -> file.row(cells(row)));
    }
  }

  private @Nullable Object[] cells(RomiCase row) {
    return new @Nullable Object[] {
      row.day(),
      row.ref(),
      row.name(),
      row.kind() == null ? "" : wording.of("romi.kind." + row.kind()),
      row.amount(),
      report.currency()
    };
  }
}
