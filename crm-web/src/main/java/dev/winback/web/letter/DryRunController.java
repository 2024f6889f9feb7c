package dev.winback.web.letter;

import dev.winback.letter.DryRun;
import dev.winback.letter.DryRunFilter;
import dev.winback.letter.DryRuns;
import dev.winback.letter.HoldReason;
import dev.winback.letter.Judgement;
import dev.winback.letter.Ladder;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Export;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who of the customers due gets a rung's letter on a day, and who does not, because. */
@Controller
@RequestMapping("/letters/rungs/{number}")
class DryRunController {

  private static final int PAGE = 50;

  private final Ladder ladder;
  private final DryRuns dryRuns;
  private final BusinessClock clock;

  DryRunController(Ladder ladder, DryRuns dryRuns, BusinessClock clock) {
    this.ladder = ladder;
    this.dryRuns = dryRuns;
    this.clock = clock;
  }

  @GetMapping("/dry-run")
  String dryRun(
      @PathVariable int number,
      @RequestParam @Nullable LocalDate day,
      @RequestParam(defaultValue = "ALL") DryRun.Part part,
      @RequestParam @Nullable String because,
      @RequestParam @Nullable String after,
      Model model,
      Actor actor) {
    var filter = DryRunFilter.of(number, day, part, because);
    model.addAttribute("rung", ladder.rung(number, actor));
    model.addAttribute("run", dryRuns.run(filter, after, PAGE, actor));
    model.addAttribute("part", part);
    model.addAttribute("because", because);
    model.addAttribute("reasons", HoldReason.values());
    model.addAttribute("day", Objects.requireNonNullElse(day, clock.today()));
    return "letter/dry-run";
  }

  @GetMapping({"/dry-run.csv", "/dry-run.xlsx"})
  void file(
      @PathVariable int number,
      @RequestParam @Nullable LocalDate day,
      @RequestParam(defaultValue = "ALL") DryRun.Part part,
      @RequestParam @Nullable String because,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var filter = DryRunFilter.of(number, day, part, because);
    ladder.rung(number, actor);
    try (var file = Export.open(request, response, clock.today(), "dry-run")) {
      file.row("customer", "name", "gets", "because", "until");
      dryRuns.export(filter, actor, row -> file.row(cells(row)));
    }
  }

  private static @Nullable Object[] cells(Judgement row) {
    var because = row.because();
    return new @Nullable Object[] {
      row.ref(),
      row.customer(),
      row.gets() ? "yes" : "no",
      because == null ? null : because.code(),
      row.until()
    };
  }
}
