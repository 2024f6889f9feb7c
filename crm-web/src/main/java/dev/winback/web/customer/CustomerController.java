package dev.winback.web.customer;

import dev.winback.category.Categories;
import dev.winback.category.PriorityGroups;
import dev.winback.customer.Merges;
import dev.winback.customer.Persons;
import dev.winback.lapse.CustomerSignals;
import dev.winback.report.CustomerFacts;
import dev.winback.report.CustomerPages;
import dev.winback.report.LapsePages;
import dev.winback.shared.BusinessClock;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.survey.Surveys;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;

/** The page of one customer. */
@Controller
class CustomerController {

  private final CustomerPages pages;
  private final LapsePages losses;
  private final Surveys surveys;
  private final Persons persons;
  private final Signals signals;
  private final CustomerSignals watches;
  private final Merges merges;
  private final Categories categories;
  private final PriorityGroups groups;
  private final BusinessClock clock;
  private final Wording wording;

  CustomerController(
      CustomerPages pages,
      LapsePages losses,
      Surveys surveys,
      Persons persons,
      Signals signals,
      CustomerSignals watches,
      Merges merges,
      Categories categories,
      PriorityGroups groups,
      BusinessClock clock,
      Wording wording) {
    this.pages = pages;
    this.losses = losses;
    this.surveys = surveys;
    this.persons = persons;
    this.signals = signals;
    this.watches = watches;
    this.merges = merges;
    this.categories = categories;
    this.groups = groups;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/customers/{ref}")
  String one(
      @PathVariable String ref,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    var customer = pages.facts(ref, actor);
    if (merges.survivor(ref).isPresent()) {
      request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.MOVED_PERMANENTLY);
      var there = UriComponentsBuilder.fromPath("/customers/{ref}").build(customer.ref());
      return "redirect:" + there.getRawPath();
    }
    model.addAttribute("merges", merges.of(customer.customer()));
    model.addAttribute("customer", customer);
    model.addAttribute("signals", signals.of(customer.customer()));
    model.addAttribute("watch", watches.of(ref, actor));
    model.addAttribute("today", clock.today());
    addMoney(customer, model);
    model.addAttribute("lapses", pages.lapses(customer));
    model.addAttribute("complaints", losses.complaints(customer.customer()));
    model.addAttribute("form", UUID.randomUUID().toString());
    model.addAttribute("surveys", surveys.all(actor));
    model.addAttribute("persons", persons.of(customer.customer(), actor));
    model.addAttribute("timeline", pages.timeline(customer, kind, after, actor));
    model.addAttribute("kinds", pages.kinds(customer));
    model.addAttribute("kind", kind);
    model.addAttribute("address", ListAddress.of(request));
    return "customer/customer";
  }

  private void addMoney(CustomerFacts facts, Model model) {
    var customer = facts.customer();
    model.addAttribute("revenue", pages.revenue(facts));
    model.addAttribute("foreignYear", pages.foreignYear(facts));
    model.addAttribute("category", categories.of(Set.of(customer)).get(customer));
    model.addAttribute(
        "judgedUpTo", categories.judgedUpTo(customer).map(month -> month.atDay(1)).orElse(null));
    model.addAttribute("groupMoves", groups.of(customer));
  }
}
