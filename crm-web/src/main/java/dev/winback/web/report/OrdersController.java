package dev.winback.web.report;

import dev.winback.report.AverageOrders;
import dev.winback.report.MonthSpan;
import dev.winback.report.OrderMonth;
import dev.winback.report.OrderNames;
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

/** The average order of regulars over time: a chart, a table, the names of each number, files. */
@Controller
class OrdersController {

  private static final int ROWS = 50;

  private final AverageOrders orders;
  private final BusinessClock clock;
  private final Wording wording;

  OrdersController(AverageOrders orders, BusinessClock clock, Wording wording) {
    this.orders = orders;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/reports/orders")
  String page(MonthSpan span, HttpServletRequest request, Actor actor, Model model) {
    var months = orders.months(span, actor);
    model.addAttribute("months", months);
    model.addAttribute("last", AverageOrders.lastWhole(months));
    model.addAttribute("none", months.stream().allMatch(OrderMonth::none));
    model.addAttribute("currency", orders.currency());
    model.addAttribute("first", span.first(orders.day()));
    model.addAttribute("until", span.last(orders.day()));
    model.addAttribute("address", ListAddress.of(request));
    return "report/orders";
  }

  @GetMapping({"/reports/orders.csv", "/reports/orders.xlsx"})
  void file(MonthSpan span, Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var months = orders.months(span, actor);
    try (var file = Export.open(request, response, clock.today(), "orders")) {
      file.head(wording.of("orders.csv"));
      months.forEach(month -> file.row(cells(month)));
    }
  }

  private @Nullable Object[] cells(OrderMonth month) {
    return new @Nullable Object[] {
      month.month(),
      month.regulars().buyers(),
      month.regulars().orders(),
      month.regulars().paid(),
      month.regulars().average(),
      month.others().buyers(),
      month.others().orders(),
      month.others().paid(),
      month.others().average(),
      orders.currency(),
      month.partial() ? wording.of("figures.incomplete") : ""
    };
  }

  @GetMapping("/reports/orders/names")
  String names(
      OrderNames asked,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("page", orders.names(asked, after, ROWS, actor));
    model.addAttribute("count", orders.count(asked, actor));
    model.addAttribute("asked", asked);
    model.addAttribute("currency", orders.currency());
    model.addAttribute("address", ListAddress.of(request));
    return "report/order-names";
  }

  @GetMapping({"/reports/orders/names.csv", "/reports/orders/names.xlsx"})
  void namesFile(
      OrderNames asked, Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    orders.count(asked, actor);
    try (var file = Export.open(request, response, clock.today(), "order-names")) {
      file.head(wording.of("cohort.names.csv"));
      orders.export(
          asked, actor, buyer -> file.row(CohortController.cells(buyer, orders.currency())));
    }
  }
}
