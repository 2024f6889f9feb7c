package dev.winback.web.letter;

import dev.winback.letter.Ladder;
import dev.winback.letter.LetterResults;
import dev.winback.letter.Letters;
import dev.winback.letter.ResultFilter;
import dev.winback.letter.ResultName;
import dev.winback.letter.RungResult;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Export;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the letters brought (MEA-06); each number opens its names. */
@Controller
@RequestMapping("/letters")
class ResultController {

  private static final Object[] COLUMNS =
      "rung,sent,kept_back,over,returned_over,kept_over,kept_returned_over,difference_points,low,high,returned,revenue,coupons_used,coupon_cost,cost,margin,romi_percent,unsubscribed,opened,clicked"
          .split(",");

  private final LetterResults results;
  private final Letters letters;
  private final Ladder ladder;
  private final BusinessClock clock;

  ResultController(LetterResults results, Letters letters, Ladder ladder, BusinessClock clock) {
    this.results = results;
    this.letters = letters;
    this.ladder = ladder;
    this.clock = clock;
  }

  @GetMapping("/results")
  String results(Model model, Actor actor) {
    var ladder = results.results(actor);
    model.addAttribute("results", ladder.rungs());
    model.addAttribute("pooled", ladder.together());
    model.addAttribute("currency", results.currency());
    model.addAttribute("day", results.day());
    model.addAttribute(
        "balance",
        letters.balance(actor).stream()
            .filter(line -> line.rung() >= 0)
            .collect(
                Collectors.groupingBy(
                    line -> line.rung(), java.util.TreeMap::new, Collectors.toList())));
    model.addAttribute(
        "rungs",
        this.ladder.rungs(actor).stream().collect(Collectors.toMap(r -> r.number(), r -> r)));
    return "letter/results";
  }

  @GetMapping({"/results.csv", "/results.xlsx"})
  void file(Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var rows = results.results(actor).rungs();
    try (var file = Export.open(request, response, clock.today(), "letter-results")) {
      file.row(COLUMNS);
      rows.forEach(row -> file.row(cells(row)));
    }
  }

  private static @Nullable Object[] cells(RungResult row) {
    var finding = row.finding();
    var difference = finding.difference();
    return new @Nullable Object[] {
      row.rung(),
      row.sent(),
      row.kept(),
      row.treated().of(),
      row.treated().returned(),
      row.control().of(),
      row.control().returned(),
      difference == null ? null : points(finding.above()),
      difference == null ? null : points(difference.low()),
      difference == null ? null : points(difference.high()),
      row.returned(),
      row.revenue(),
      row.used(),
      row.couponCost(),
      row.cost(),
      row.margin(),
      row.romi(),
      row.unsubscribed(),
      row.opened(),
      row.clicked()
    };
  }

  private static double points(double share) {
    return Math.round(share * 1000) / 10.0;
  }

  @GetMapping("/results/names")
  String names(
      @RequestParam @Nullable Integer rung,
      @RequestParam(defaultValue = "false") boolean control,
      @RequestParam(defaultValue = "returned") String what,
      @RequestParam @Nullable String after,
      Model model,
      Actor actor) {
    var filter = new ResultFilter(rung, control, ResultFilter.What.ofCode(what));
    model.addAttribute("filter", filter);
    model.addAttribute("page", results.names(filter, after, actor));
    return "letter/result-names";
  }

  @GetMapping({"/results/names.csv", "/results/names.xlsx"})
  void nameFile(
      @RequestParam @Nullable Integer rung,
      @RequestParam(defaultValue = "false") boolean control,
      @RequestParam(defaultValue = "returned") String what,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.SEE_ALL_LETTERS);
    var filter = new ResultFilter(rung, control, ResultFilter.What.ofCode(what));
    try (var file = Export.open(request, response, clock.today(), "letter-names")) {
      file.row(
          "customer",
          "name",
          "rung",
          "letter_at",
          "bought_at",
          "amount",
          "currency",
          "credit",
          "coupon",
          "used");
      results.export(filter, actor, row -> file.row(nameCells(row)));
    }
  }

  private static @Nullable Object[] nameCells(ResultName row) {
    return new @Nullable Object[] {
      row.ref(),
      row.name(),
      row.rung(),
      row.since(),
      row.boughtAt(),
      row.amount(),
      row.currency(),
      row.credit(),
      row.coupon(),
      row.used()
    };
  }
}
