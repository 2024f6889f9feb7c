package dev.winback.web.letter;

import dev.winback.letter.Ladder;
import dev.winback.letter.LetterResults;
import dev.winback.letter.Letters;
import dev.winback.letter.ResultFilter;
import dev.winback.letter.ResultName;
import dev.winback.letter.ResultPeriod;
import dev.winback.letter.Rung;
import dev.winback.letter.RungResult;
import dev.winback.letter.RungSplits;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  private final LetterResults results;
  private final Letters letters;
  private final Ladder ladder;
  private final RungSplits splits;
  private final LadderShown shown;
  private final BusinessClock clock;

  ResultController(
      LetterResults results,
      Letters letters,
      Ladder ladder,
      RungSplits splits,
      LadderShown shown,
      BusinessClock clock) {
    this.splits = splits;
    this.shown = shown;
    this.results = results;
    this.letters = letters;
    this.ladder = ladder;
    this.clock = clock;
  }

  @GetMapping("/results")
  String results(ResultPeriod period, HttpServletRequest request, Model model, Actor actor) {
    var ladder = results.results(period, actor);
    var before = period.before(clock.today());
    model.addAttribute("from", period.first(clock.today()));
    model.addAttribute("to", period.last(clock.today()));
    model.addAttribute("beforeFrom", before.first(clock.today()));
    model.addAttribute("beforeTo", before.last(clock.today()));
    model.addAttribute("address", ListAddress.of(request));
    model.addAttribute("results", ladder.rungs());
    model.addAttribute("pooled", ladder.together());
    model.addAttribute("beside", ladder.beside());
    model.addAttribute("percents", results.percents(actor));
    model.addAttribute("splits", splits.results(actor));
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
  void file(
      ResultPeriod period, Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var ladder = results.results(period, actor);
    var first = period.first(clock.today());
    var last = period.last(clock.today());
    var rungs = shown.rungs();
    try (var file = Export.open(request, response, clock.today(), "letter-results")) {
      file.row(ResultCells.COLUMNS);
      Stream.concat(ladder.rungs().stream(), ladder.beside().stream())
          .forEach(row -> file.row(ResultCells.of(row, named(row, rungs), first, last)));
    }
  }

  private String named(RungResult row, List<Rung> rungs) {
    return shown.named(Objects.requireNonNull(row.rung()), rungs);
  }

  @GetMapping("/results/names")
  String names(
      @RequestParam @Nullable Integer rung,
      @RequestParam(defaultValue = "false") boolean control,
      @RequestParam(defaultValue = "returned") String what,
      ResultPeriod period,
      @RequestParam @Nullable String after,
      HttpServletRequest request,
      Model model,
      Actor actor) {
    var filter = new ResultFilter(rung, control, ResultFilter.What.ofCode(what), period);
    model.addAttribute("from", period.first(clock.today()));
    model.addAttribute("to", period.last(clock.today()));
    model.addAttribute("address", ListAddress.of(request));
    model.addAttribute("filter", filter);
    model.addAttribute("page", results.names(filter, after, actor));
    model.addAttribute("count", results.count(filter, actor));
    return "letter/result-names";
  }

  @GetMapping({"/results/names.csv", "/results/names.xlsx"})
  void nameFile(
      @RequestParam @Nullable Integer rung,
      @RequestParam(defaultValue = "false") boolean control,
      @RequestParam(defaultValue = "returned") String what,
      ResultPeriod period,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.SEE_ALL_LETTERS);
    var filter = new ResultFilter(rung, control, ResultFilter.What.ofCode(what), period);
    period.first(clock.today());
    var rungs = shown.rungs();
    try (var file = Export.open(request, response, clock.today(), "letter-names")) {
      file.row(
          "customer",
          "name",
          "rung",
          "rung_name",
          "letter_at",
          "bought_at",
          "amount",
          "currency",
          "credit",
          "coupon",
          "used");
      results.export(filter, actor, row -> file.row(nameCells(row, rungs)));
    }
  }

  private @Nullable Object[] nameCells(ResultName row, List<Rung> rungs) {
    return new @Nullable Object[] {
      row.ref(),
      row.name(),
      row.rung(),
      shown.named(row.rung(), rungs),
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
