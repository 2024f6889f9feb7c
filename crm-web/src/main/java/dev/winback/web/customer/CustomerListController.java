package dev.winback.web.customer;

import dev.winback.customer.CustomerId;
import dev.winback.report.CustomerFilter;
import dev.winback.report.CustomerLists;
import dev.winback.report.CustomerRow;
import dev.winback.shared.Sentence;
import dev.winback.signal.SignalKind;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.web.layout.ListAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** All customers as a list. */
@Controller
class CustomerListController {

  private static final int ROWS = 50;

  private final CustomerLists customers;
  private final Signals signals;
  private final CustomerListRows rows;

  CustomerListController(CustomerLists customers, Signals signals, CustomerListRows rows) {
    this.customers = customers;
    this.signals = signals;
    this.rows = rows;
  }

  @GetMapping("/customers")
  String list(
      CustomerFilter filter,
      @RequestParam(required = false) @Nullable String after,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    var page = customers.page(filter, after, ROWS, actor);
    model.addAttribute("filter", filter);
    model.addAttribute("page", page);
    var why = why(filter, page.items());
    model.addAttribute("why", why);
    model.addAttribute("count", customers.count(filter, actor));
    model.addAttribute("kinds", List.of(SignalKind.values()));
    var kinds = customers.kinds();
    model.addAttribute("customerKinds", kinds);
    var address = ListAddress.of(request);
    model.addAttribute("address", address);
    model.addAttribute(
        "rows",
        rows.html(
            page.items(), new CustomerListRows.Around(why, !kinds.isEmpty(), address.relative())));
    return htmx == null ? "customer/customers" : "customer/customers :: list";
  }

  /** All of them, however many. */
  @GetMapping(path = "/customers", params = "counted")
  String counted(CustomerFilter filter, Actor actor, Model model) {
    model.addAttribute("count", customers.countAll(filter, actor));
    model.addAttribute("exact", "exact");
    return "customer/customers :: counted";
  }

  /** What the signal asked for, or the first one to watch, says of each; else nothing. */
  private Map<Long, Sentence> why(CustomerFilter filter, List<CustomerRow> rows) {
    if (!filter.bySignal()) {
      return Map.of();
    }
    var why = new HashMap<Long, Sentence>();
    var ids = rows.stream().map(row -> new CustomerId(row.id())).collect(Collectors.toSet());
    signals
        .of(ids)
        .forEach(
            (id, all) ->
                all.stream()
                    .filter(filter::asksFor)
                    .findFirst()
                    .ifPresent(signal -> why.put(id.value(), signal.why())));
    return why;
  }
}
