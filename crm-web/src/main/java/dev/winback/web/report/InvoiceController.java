package dev.winback.web.report;

import dev.winback.report.CustomerPages;
import dev.winback.report.Invoice;
import dev.winback.report.InvoiceFilter;
import dev.winback.report.Invoices;
import dev.winback.report.PaymentHabits;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The single invoices behind how a customer pays. */
@Controller
class InvoiceController {

  private static final int ROWS = 50;

  private final Invoices invoices;
  private final CustomerPages customers;
  private final PaymentHabits habits;
  private final BusinessClock clock;
  private final Wording wording;

  InvoiceController(
      Invoices invoices,
      CustomerPages customers,
      PaymentHabits habits,
      BusinessClock clock,
      Wording wording) {
    this.invoices = invoices;
    this.customers = customers;
    this.habits = habits;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/customers/{ref}/invoices")
  String page(
      @PathVariable String ref,
      InvoiceFilter filter,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("customer", customers.facts(ref, actor));
    model.addAttribute("ref", ref);
    model.addAttribute("show", filter.asked());
    model.addAttribute("shows", InvoiceFilter.SHOWS);
    model.addAttribute("page", invoices.page(ref, filter, after, ROWS, actor));
    model.addAttribute("count", invoices.count(ref, filter, actor));
    model.addAttribute("told", told(ref, filter, actor));
    model.addAttribute("day", habits.day());
    model.addAttribute("address", ListAddress.of(request));
    return "report/invoices";
  }

  /** What the list of customers says; it is counted at night, and facts come in by day. */
  private long told(String ref, InvoiceFilter filter, Actor actor) {
    return habits
        .of(ref, actor)
        .map(habit -> (long) habit.number(filter.asked()))
        .orElseGet(() -> filter.asked().equals("paid") ? invoices.count(ref, filter, actor) : 0);
  }

  @GetMapping({"/customers/{ref}/invoices.csv", "/customers/{ref}/invoices.xlsx"})
  void file(
      @PathVariable String ref,
      InvoiceFilter filter,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    invoices.name(ref, actor);
    invoices.count(ref, filter, actor);
    try (var file = Export.open(request, response, clock.today(), "invoices")) {
      file.head(wording.of("payments.invoices.csv"));
      invoices.export(ref, filter, actor, invoice -> file.row(cells(invoice)));
    }
  }

  private static @Nullable Object[] cells(Invoice invoice) {
    return new @Nullable Object[] {
      invoice.ref(),
      invoice.name(),
      invoice.number(),
      invoice.due(),
      invoice.paid(),
      invoice.delay(),
      invoice.amount(),
      invoice.currency()
    };
  }
}
