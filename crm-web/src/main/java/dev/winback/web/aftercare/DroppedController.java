package dev.winback.web.aftercare;

import dev.winback.aftercare.Refusals;
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

/** Customers whom we dropped ourselves: a list to look at again, and a file. */
@Controller
class DroppedController {

  private static final int ROWS = 50;

  private final Refusals refusals;
  private final BusinessClock clock;
  private final Wording wording;
  private final ReasonWords reasons;

  DroppedController(Refusals refusals, BusinessClock clock, Wording wording, ReasonWords reasons) {
    this.refusals = refusals;
    this.clock = clock;
    this.wording = wording;
    this.reasons = reasons;
  }

  @GetMapping("/refusals")
  String list(
      @RequestParam(required = false) @Nullable String show,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("show", show == null ? "all" : show);
    model.addAttribute("shows", Refusals.SHOWN);
    model.addAttribute("page", refusals.page(show, after, ROWS, actor));
    model.addAttribute("count", refusals.count(show, actor));
    model.addAttribute("address", ListAddress.of(request));
    return "aftercare/refusals";
  }

  @GetMapping({"/refusals.csv", "/refusals.xlsx"})
  void file(
      @RequestParam(required = false) @Nullable String show,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    boolean notes = actor.may(Permission.READ_CALL_NOTES);
    Refusals.asked(show);
    try (var file = Export.open(request, response, clock.today(), "refusals")) {
      file.head(wording.of("refusals.csv"));
      refusals.export(
          show,
          actor,
          row ->
              file.row(
                  row.ref(),
                  row.name(),
                  wording.of("stage." + row.stage()),
                  row.closedOn(),
                  row.closedBy(),
                  notes && row.closeReason() != null ? reasons.of(row.closeReason()) : "",
                  row.valueYear(),
                  row.currency(),
                  row.silentSince(),
                  row.chance()));
    }
  }
}
