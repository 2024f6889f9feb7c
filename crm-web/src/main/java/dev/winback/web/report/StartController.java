package dev.winback.web.report;

import dev.winback.report.Figures;
import dev.winback.report.LossReport;
import dev.winback.report.MonthOfMoves;
import dev.winback.report.Move;
import dev.winback.report.Moves;
import dev.winback.report.Period;
import dev.winback.shared.BusinessClock;
import dev.winback.signal.Profiles;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.staff.Staff;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Start page, losses and returns by month, and the names behind each figure. */
@Controller
class StartController {

  private static final int ROWS = 50;

  private final Figures figures;
  private final LossReport losses;
  private final RateShown rate;
  private final MarksShown marks;
  private final Profiles profiles;
  private final Moves moves;
  private final Staff staff;
  private final BusinessClock clock;
  private final Wording wording;

  StartController(
      Figures figures,
      LossReport losses,
      RateShown rate,
      MarksShown marks,
      Profiles profiles,
      Moves moves,
      Staff staff,
      BusinessClock clock,
      Wording wording) {
    this.figures = figures;
    this.losses = losses;
    this.rate = rate;
    this.marks = marks;
    this.profiles = profiles;
    this.moves = moves;
    this.staff = staff;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/")
  String start(Actor actor, Model model) {
    var start = figures.start(actor);
    model.addAttribute("start", start);
    model.addAttribute("zone", clock.getZone().getId());
    model.addAttribute("proposal", profiles.offered(actor).orElse(null));
    mark(start.months(), actor, model);
    // a rep's own is under Reports: it would be counted from all his customers
    if (actor.may(Permission.SEE_ALL_CUSTOMERS) && actor.may(Permission.SEE_LOSSES)) {
      rate.add(losses.rate(actor), model);
    }
    return "report/start";
  }

  /** The chart is for everybody, events are for who may see losses. */
  private void mark(List<MonthOfMoves> months, Actor actor, Model model) {
    if (actor.may(Permission.SEE_LOSSES)) {
      marks.add(months.get(0).month(), months.get(months.size() - 1).lastDay(), actor, model);
    }
  }

  @GetMapping("/reports")
  String reports(Actor actor, Model model) {
    var reports = figures.reports(actor);
    model.addAttribute("start", reports);
    mark(reports.months(), actor, model);
    return "report/reports";
  }

  @GetMapping("/reports/moves")
  String moves(
      Period period,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("period", period);
    model.addAttribute("lostBy", period.lostBy() == null ? null : staff.named(period.lostBy()));
    model.addAttribute("page", moves.page(period, after, ROWS, actor));
    model.addAttribute("count", moves.count(period, actor));
    model.addAttribute("othersNow", moves.othersNow(period, actor));
    model.addAttribute("address", ListAddress.of(request));
    return "report/moves";
  }

  @GetMapping({"/reports/moves.csv", "/reports/moves.xlsx"})
  void file(Period period, Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    period.check();
    try (var file =
        Export.open(request, response, clock.today(), period.kind() + "-" + period.from())) {
      file.head(wording.of("figures.csv"));
      moves.export(period, actor, row -> file.row(cells(row)));
    }
  }

  private @Nullable Object[] cells(Move row) {
    return new @Nullable Object[] {
      row.ref(),
      row.name(),
      row.city(),
      row.owner(),
      row.day(),
      row.fromHistory() ? wording.of("figures.history") : "",
      row.valueYear(),
      row.currency(),
      row.stage() == null ? "" : wording.of("stage." + row.stage())
    };
  }
}
