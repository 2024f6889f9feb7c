package dev.winback.web.report;

import dev.winback.report.AgainNames;
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

/** The names behind the shares of who buys again. */
@Controller
class AgainController {

  private static final int ROWS = 50;

  private final AgainNames names;
  private final BusinessClock clock;
  private final Wording wording;

  AgainController(AgainNames names, BusinessClock clock, Wording wording) {
    this.names = names;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/reports/returns/again")
  String page(
      @RequestParam(required = false) @Nullable String who,
      @RequestParam(defaultValue = "false") boolean again,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("who", AgainNames.asked(who));
    model.addAttribute("again", again);
    model.addAttribute("page", names.page(who, again, after, ROWS, actor));
    model.addAttribute("count", names.count(who, again, actor));
    model.addAttribute("address", ListAddress.of(request));
    return "report/again-names";
  }

  @GetMapping({"/reports/returns/again.csv", "/reports/returns/again.xlsx"})
  void file(
      @RequestParam(required = false) @Nullable String who,
      @RequestParam(defaultValue = "false") boolean again,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    names.count(who, again, actor);
    try (var file = Export.open(request, response, clock.today(), "buys-again")) {
      file.head(wording.of("returns.bought.csv"));
      names.export(
          who,
          again,
          actor,
          row ->
              file.row(
                  row.ref(),
                  row.name(),
                  row.complainedOn(),
                  row.visits(),
                  row.firstPurchase(),
                  row.lastPurchase(),
                  row.again() ? wording.of("category.yes") : ""));
    }
  }
}
