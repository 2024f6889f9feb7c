package dev.winback.web.offer;

import dev.winback.grant.GrantFilter;
import dev.winback.grant.GrantLists;
import dev.winback.grant.OfferLine;
import dev.winback.offer.Offers;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
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

/** What became of the offers, beside the published figures (MEA-07). */
@Controller
class OfferReportController {

  private final GrantLists lists;
  private final Offers offers;
  private final OffersShown words;
  private final ReasonWords reasons;
  private final BusinessClock clock;
  private final Wording wording;
  private final String currency;

  OfferReportController(
      GrantLists lists,
      Offers offers,
      OffersShown words,
      ReasonWords reasons,
      BusinessClock clock,
      Wording wording,
      Settings settings) {
    this.lists = lists;
    this.offers = offers;
    this.words = words;
    this.reasons = reasons;
    this.clock = clock;
    this.wording = wording;
    currency = settings.currency().getCurrencyCode();
  }

  @GetMapping("/reports/offers")
  String page(
      @RequestParam(defaultValue = "kind") String by,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    var lines = lists.report(by, filter(from, to), actor);
    model.addAttribute("lines", lines);
    model.addAttribute("names", lines.stream().map(line -> named(by, line)).toList());
    model.addAttribute("benchmarks", lines.stream().map(line -> benchmark(by, line)).toList());
    model.addAttribute("by", by);
    model.addAttribute("kinds", GrantLists.BY);
    model.addAttribute("from", from);
    model.addAttribute("to", to);
    model.addAttribute("currency", currency);
    model.addAttribute("address", ListAddress.of(request));
    return "grant/report";
  }

  private static GrantFilter filter(@Nullable String from, @Nullable String to) {
    return new GrantFilter("made", null, null, null, from, to);
  }

  @GetMapping({"/reports/offers.csv", "/reports/offers.xlsx"})
  void file(
      @RequestParam(defaultValue = "kind") String by,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var lines = lists.report(by, filter(from, to), actor);
    try (var file = Export.open(request, response, clock.today(), "offers-report")) {
      file.head(wording.of("grant.report.csv"));
      lines.forEach(line -> file.row(cells(by, line)));
    }
  }

  private @Nullable Object[] cells(String by, OfferLine line) {
    return new @Nullable Object[] {
      named(by, line),
      line.given(),
      line.taken(),
      line.declined(),
      line.returned(),
      thousandths(line.returnedRange().low()),
      thousandths(line.returnedRange().high()),
      line.cost(),
      currency,
      benchmark(by, line)
    };
  }

  private static double thousandths(double share) {
    return Math.round(share * 1000) / 1000.0;
  }

  private String named(String by, OfferLine line) {
    return switch (by) {
      case "kind" -> words.kind(line.key());
      case "reason" ->
          line.key().equals("unknown") ? wording.of("reasons.none") : reasons.of(line.key());
      default -> line.name() == null ? line.key() : line.name();
    };
  }

  /** Null: nothing is published. */
  private @Nullable Integer benchmark(String by, OfferLine line) {
    return by.equals("kind")
        ? offers.catalogue().kind(line.key()).map(kind -> kind.benchmark()).orElse(null)
        : null;
  }
}
