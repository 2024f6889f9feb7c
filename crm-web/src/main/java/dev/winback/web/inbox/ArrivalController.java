package dev.winback.web.inbox;

import dev.winback.inbox.ArrivalFilter;
import dev.winback.inbox.ArrivalKind;
import dev.winback.inbox.ArrivalRow;
import dev.winback.inbox.Arrivals;
import dev.winback.inbox.MailboxWatches;
import dev.winback.inbox.Readings;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What came back of letters; what belongs to nobody is given to somebody or put aside. */
@Controller
@RequestMapping("/letters")
class ArrivalController {

  private static final int ROWS = 50;

  private final Arrivals arrivals;
  private final MailboxWatches watches;
  private final Readings readings;
  private final Settings settings;
  private final BusinessClock clock;
  private final Wording wording;

  ArrivalController(
      Arrivals arrivals,
      MailboxWatches watches,
      Readings readings,
      Settings settings,
      BusinessClock clock,
      Wording wording) {
    this.arrivals = arrivals;
    this.watches = watches;
    this.readings = readings;
    this.settings = settings;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/returns")
  String list(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    var filter = ArrivalFilter.of(state, kind);
    model.addAttribute("filter", filter);
    model.addAttribute("page", arrivals.page(filter, after, ROWS, actor));
    model.addAttribute("count", arrivals.count(filter, actor));
    model.addAttribute("waiting", arrivals.count(ArrivalFilter.of("unmatched", null), actor));
    model.addAttribute("rates", arrivals.rates(actor));
    model.addAttribute("readings", readings.readings(actor));
    model.addAttribute("pixels", readings.pixels(actor));
    model.addAttribute("watch", watches.state(actor));
    model.addAttribute("on", settings.inbox().host() != null);
    model.addAttribute("states", ArrivalFilter.STATES);
    model.addAttribute("kinds", ArrivalKind.values());
    model.addAttribute("address", ListAddress.of(request));
    return "inbox/returns";
  }

  @GetMapping({"/returns.csv", "/returns.xlsx"})
  void file(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String kind,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.RELEASE_LETTERS);
    try (var file = Export.open(request, response, clock.today(), "returns")) {
      file.head(wording.of("inbox.csv"));
      arrivals.export(ArrivalFilter.of(state, kind), actor, row -> file.row(cells(row)));
    }
  }

  private @Nullable Object[] cells(ArrivalRow row) {
    return new @Nullable Object[] {
      row.cameAt(),
      wording.of("inbox.kind." + row.kind()),
      wording.of("inbox.state." + row.state()),
      row.letter(),
      row.ref(),
      row.customer(),
      row.status(),
      row.sender(),
      row.subject()
    };
  }

  @PostMapping("/returns/{id:\\d+}/customer")
  String assign(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String customer,
      Actor actor,
      RedirectAttributes after) {
    arrivals.assign(id, customer, actor);
    return done("inbox.assigned", id, after);
  }

  @PostMapping("/returns/{id:\\d+}/dismissal")
  String dismiss(@PathVariable long id, Actor actor, RedirectAttributes after) {
    arrivals.dismiss(id, actor);
    return done("inbox.dismissed", id, after);
  }

  private String done(String key, long id, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of(key));
    after.addFlashAttribute("undo", "/letters/returns/" + id + "/restoration");
    return "redirect:/letters/returns?state=unmatched";
  }

  @PostMapping("/returns/{id:\\d+}/restoration")
  String restore(@PathVariable long id, Actor actor, RedirectAttributes after) {
    arrivals.restore(id, actor);
    after.addFlashAttribute("notice", wording.of("inbox.restored"));
    return "redirect:/letters/returns?state=unmatched";
  }
}
