package dev.winback.web.customer;

import dev.winback.report.CustomerFilter;
import dev.winback.report.CustomerLists;
import dev.winback.report.CustomerRow;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of customers as a file, with the filter that is on. */
@Controller
class CustomerFileController {

  private final CustomerLists customers;
  private final BusinessClock clock;
  private final Wording wording;

  CustomerFileController(CustomerLists customers, BusinessClock clock, Wording wording) {
    this.customers = customers;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping({"/customers.csv", "/customers.xlsx"})
  void file(
      CustomerFilter filter,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    filter.check();
    try (var file = Export.open(request, response, clock.today(), "customers")) {
      file.head(wording.of("customer.csv"));
      customers.export(filter, actor, row -> file.row(cells(row, actor)));
    }
  }

  private @Nullable Object[] cells(CustomerRow row, Actor actor) {
    return new @Nullable Object[] {
      row.ref(),
      row.name(),
      row.kind(),
      row.city(),
      row.email(),
      row.phone(),
      row.owner(),
      row.purchases(),
      row.lastPurchase(),
      row.revenue(),
      row.valueYear(),
      row.currency(),
      row.stage() == null ? "" : wording.of("stage." + row.stage()),
      row.abc(),
      row.xyz(),
      row.vip() == null ? "" : wording.of(row.vip() ? "category.yes" : "category.no"),
      row.priorityGroup(),
      row.fragile() ? wording.of("category.yes") : "",
      actor.may(Permission.READ_CALL_NOTES) ? row.note() : ""
    };
  }
}
