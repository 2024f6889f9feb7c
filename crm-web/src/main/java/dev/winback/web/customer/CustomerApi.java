package dev.winback.web.customer;

import dev.winback.category.Categories;
import dev.winback.customer.CustomerId;
import dev.winback.customer.Merges;
import dev.winback.customer.Persons;
import dev.winback.report.CustomerFacts;
import dev.winback.report.CustomerFilter;
import dev.winback.report.CustomerLists;
import dev.winback.report.CustomerPages;
import dev.winback.report.CustomerRow;
import dev.winback.shared.Refused;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.web.api.IfMatch;
import dev.winback.web.layout.Wording;
import dev.winback.worth.Expectations;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Customers for programs. */
@RestController
@RequestMapping("/api/v1/customers")
class CustomerApi {

  private static final int MOST = 1000;

  private final CustomerLists customers;
  private final CustomerPages pages;
  private final Signals signals;
  private final Merges merges;
  private final Persons persons;
  private final Categories categories;
  private final Expectations expectations;
  private final Wording wording;

  CustomerApi(
      CustomerLists customers,
      CustomerPages pages,
      Signals signals,
      Merges merges,
      Persons persons,
      Categories categories,
      Expectations expectations,
      Wording wording) {
    this.expectations = expectations;
    this.customers = customers;
    this.pages = pages;
    this.signals = signals;
    this.merges = merges;
    this.persons = persons;
    this.categories = categories;
    this.wording = wording;
  }

  @GetMapping
  Map<String, @Nullable Object> list(
      CustomerFilter filter,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String after,
      Actor actor) {
    if (limit < 1 || limit > MOST) {
      throw Refused.field("limit", "refused.limit", MOST, limit);
    }
    var page = customers.page(filter, after, limit, actor);
    var answer = new HashMap<String, @Nullable Object>();
    answer.put("items", items(page.items()));
    answer.put("next", page.next());
    answer.put("count", customers.countAll(filter, actor));
    return answer;
  }

  private List<CustomerItem> items(List<CustomerRow> rows) {
    var ids = rows.stream().map(r -> new CustomerId(r.id())).collect(Collectors.toSet());
    var flags = signals.of(ids);
    var asOf = signals.asOf();
    var expected = expectations.of(ids);
    return rows.stream()
        .map(
            row ->
                CustomerItem.of(
                    row,
                    CustomerItem.Flag.of(
                        flags.getOrDefault(new CustomerId(row.id()), List.of()), wording),
                    expected.get(new CustomerId(row.id())),
                    asOf))
        .toList();
  }

  @GetMapping("/{ref}")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = CustomerWhole.class)))
  ResponseEntity<?> at(@PathVariable String ref, Actor actor) {
    var customer = pages.facts(ref, actor);
    if (merges.survivor(ref).isEmpty()) {
      return one(customer, actor);
    }
    var there = UriComponentsBuilder.fromPath("/api/v1/customers/{ref}").build(customer.ref());
    return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
        .location(there)
        .body(Map.of("mergedInto", customer.ref()));
  }

  ResponseEntity<CustomerWhole> one(String ref, Actor actor) {
    return one(pages.facts(ref, actor), actor);
  }

  private ResponseEntity<CustomerWhole> one(CustomerFacts customer, Actor actor) {
    var flags = CustomerItem.Flag.of(signals.of(customer.customer()), wording);
    var id = customer.customer();
    var known = persons.of(id, actor).stream().map(PersonItem::of).toList();
    var category = CustomerItem.Category.of(categories.of(Set.of(id)).get(id));
    return ResponseEntity.ok()
        .eTag(IfMatch.tag(customer.version()))
        .body(
            CustomerWhole.of(
                customer,
                known,
                category,
                expectations.of(Set.of(id)).get(id),
                flags,
                pages.lapses(customer),
                pages.kinds(customer)));
  }
}
