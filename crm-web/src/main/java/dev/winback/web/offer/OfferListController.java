package dev.winback.web.offer;

import dev.winback.grant.GrantFilter;
import dev.winback.grant.GrantLists;
import dev.winback.grant.GrantRow;
import dev.winback.offer.Offers;
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

/** All offers as a list and a file. */
@Controller
class OfferListController {

  private static final int ROWS = 50;

  private final GrantLists lists;
  private final Offers offers;
  private final OffersShown words;
  private final ReasonWords reasons;
  private final BusinessClock clock;
  private final Wording wording;

  OfferListController(
      GrantLists lists,
      Offers offers,
      OffersShown words,
      ReasonWords reasons,
      BusinessClock clock,
      Wording wording) {
    this.lists = lists;
    this.offers = offers;
    this.words = words;
    this.reasons = reasons;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/offers")
  String list(
      GrantFilter filter,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("filter", filter);
    model.addAttribute("states", GrantFilter.states());
    model.addAttribute("kinds", offers.catalogue().kinds());
    model.addAttribute("page", lists.page(filter, after, ROWS, actor));
    model.addAttribute("count", lists.count(filter, actor));
    model.addAttribute("address", ListAddress.of(request));
    return "grant/list";
  }

  @GetMapping({"/offers.csv", "/offers.xlsx"})
  void file(
      GrantFilter filter, Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.SEE_REPORTS);
    filter.check();
    try (var file = Export.open(request, response, clock.today(), "offers")) {
      file.head(wording.of("grant.csv"));
      lists.export(filter, actor, row -> file.row(cells(row)));
    }
  }

  private @Nullable Object[] cells(GrantRow row) {
    return new @Nullable Object[] {
      row.id(),
      row.ref(),
      row.customer(),
      words.named(row.kind(), row.percent(), row.plus()),
      row.percent(),
      row.cost(),
      row.currency(),
      row.marginAfter(),
      row.debt(),
      wording.of("grant.state." + row.state()),
      row.reason() == null ? "" : reasons.of(row.reason()),
      row.askedBy(),
      row.askedAt(),
      row.decidedBy(),
      row.givenBy(),
      row.givenAt(),
      row.answerBy(),
      row.validUntil(),
      row.coupon(),
      row.note(),
      row.word()
    };
  }
}
