package dev.winback.web.lapse;

import dev.winback.reason.Reason;
import dev.winback.report.LostCustomers;
import dev.winback.report.LostFilter;
import dev.winback.report.LostPage;
import dev.winback.report.LostPages;
import dev.winback.report.LostRow;
import dev.winback.report.LostSort;
import dev.winback.shared.BusinessClock;
import dev.winback.signal.SignalKind;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberRow;
import dev.winback.staff.Permission;
import dev.winback.staff.Staff;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import dev.winback.web.offer.OfferWords;
import dev.winback.web.offer.OffersShown;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The lost customers as a page, a fragment and a file. */
@Controller
class LostController {

  private static final int ROWS = 50;

  /** To be late is no choice: whom the list shows is late or more. */
  private static final Set<SignalKind> KINDS = EnumSet.complementOf(EnumSet.of(SignalKind.LATE));

  private final LostPages pages;
  private final LostCustomers lost;
  private final Staff staff;
  private final BusinessClock clock;
  private final Wording wording;
  private final LostMoney money;
  private final OffersShown offers;
  private final LostRows rows;

  LostController(
      LostPages pages,
      LostCustomers lost,
      Staff staff,
      BusinessClock clock,
      Wording wording,
      LostMoney money,
      OffersShown offers,
      LostRows rows) {
    this.rows = rows;
    this.offers = offers;
    this.money = money;
    this.pages = pages;
    this.lost = lost;
    this.staff = staff;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/lost")
  String list(
      LostFilter filter,
      @RequestParam(required = false) @Nullable String after,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("filter", filter).addAttribute("works", LostFilter.WORK);
    var page = pages.of(filter, after, ROWS, actor);
    model.addAttribute("page", page.rows());
    model.addAttribute("count", page.count());
    model.addAttribute("classes", page.classes());
    model.addAttribute("kinds", KINDS);
    model.addAttribute("sorts", LostSort.values());
    model.addAttribute("members", page.members().stream().filter(m -> offered(m, filter)).toList());
    model.addAttribute("lostBy", filter.lostBy() == null ? null : staff.named(filter.lostBy()));
    model.addAttribute("tree", page.reasons());
    model.addAttribute("asked", asked(filter, page.reasons()));
    var address = ListAddress.of(request);
    model.addAttribute("address", address);
    money.cost(address, actor, model);
    money.sum(filter, page.count(), LostMoney.SUMMED, address, actor, model);
    model.addAttribute("rows", rows(page, address, actor));
    return htmx == null ? "lapse/lost" : "lapse/lost :: list";
  }

  /** The count alone: after rows have left, or of all of them however many. */
  @GetMapping(path = "/lost", params = "counted")
  String counted(
      LostFilter filter,
      @RequestParam String counted,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    boolean exact = counted.equals("exact");
    int most = exact ? Integer.MAX_VALUE : LostCustomers.COUNTED + 1;
    model.addAttribute("filter", filter);
    int count = lost.count(filter, most, actor);
    var address = ListAddress.of(request);
    model.addAttribute("count", count);
    model.addAttribute("exact", exact ? counted : null);
    model.addAttribute("address", address);
    money.sum(filter, count, exact ? most : LostMoney.SUMMED, address, actor, model);
    return "lapse/lost :: counted";
  }

  /** What all open lapses cost, after some have left. */
  @GetMapping(path = "/lost", params = "cost")
  String cost(HttpServletRequest request, Actor actor, Model model) {
    money.cost(ListAddress.of(request), actor, model);
    return "lapse/lost :: cost";
  }

  private String rows(LostPage page, ListAddress address, Actor actor) {
    return rows.html(
        page.rows().items(),
        new LostRows.Around(
            WhyLate.of(page),
            new OfferWords(page.offers(), wording),
            names(page.members()),
            address.relative(),
            actor.may(Permission.DECIDE),
            clock.today()));
  }

  /** The reason whose losses are shown, to say whether it is repaired. */
  private static @Nullable Reason asked(LostFilter filter, List<Reason> tree) {
    return tree.stream()
        .filter(reason -> reason.code().equals(filter.reason()))
        .findFirst()
        .orElse(null);
  }

  @GetMapping({"/lost.csv", "/lost.xlsx"})
  void file(
      LostFilter filter, Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    filter.check();
    try (var file = Export.open(request, response, clock.today(), "lost-customers")) {
      file.head(wording.of("lost.csv"));
      var names = names(staff.all());
      lost.export(filter, actor, row -> file.row(cells(row, names, actor)));
    }
  }

  /** Of members by their keys. */
  private static Map<Long, String> names(List<MemberRow> members) {
    return members.stream().collect(Collectors.toMap(m -> m.id().value(), MemberRow::name));
  }

  private @Nullable Object[] cells(LostRow row, Map<Long, String> names, Actor actor) {
    return new @Nullable Object[] {
      row.ref(),
      row.name(),
      row.city(),
      row.phone(),
      row.email(),
      row.days(),
      row.silentClass(),
      row.rhythm() ? wording.of("lost.yes") : "",
      wording.of("stage." + row.stage()),
      row.valueYear(),
      row.currency(),
      row.chance(),
      row.gain(),
      row.verdict() == null ? "" : wording.of("worth.verdict." + row.verdict()),
      row.offer() == null ? "" : offers.named(row.offer(), row.offerPercent()),
      row.offerCost(),
      names.get(row.owner()),
      names.get(row.lostBy()),
      names.get(row.assignee()),
      row.openedOn(),
      row.nextOn(),
      row.abc(),
      row.xyz(),
      row.vip() == null ? "" : wording.of(row.vip() ? "category.yes" : "category.no"),
      row.priorityGroup(),
      actor.may(Permission.READ_CALL_NOTES) ? row.note() : ""
    };
  }

  /** Who can be chosen, and whoever is chosen already. */
  private static boolean offered(MemberRow member, LostFilter filter) {
    return member.active()
        || member.login().equals(filter.assignee())
        || member.login().equals(filter.owner());
  }
}
