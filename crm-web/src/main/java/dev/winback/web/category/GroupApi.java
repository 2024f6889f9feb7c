package dev.winback.web.category;

import dev.winback.category.Categories;
import dev.winback.category.PriorityGroups;
import dev.winback.customer.Customers;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The priority group of a customer, for programs. */
@RestController
@RequestMapping("/api/v1/customers/{ref}/group")
class GroupApi {

  private final PriorityGroups groups;
  private final Categories categories;
  private final Customers customers;

  GroupApi(PriorityGroups groups, Categories categories, Customers customers) {
    this.groups = groups;
    this.categories = categories;
    this.customers = customers;
  }

  /** Null as a group: back to where the figures put the customer. */
  record MoveRequest(@Nullable Integer group, @Nullable String reason) {}

  /** The number of the move, by which it is taken back, and the group that holds now. */
  record Moved(long id, int group) {}

  @PutMapping
  Moved move(@PathVariable String ref, @RequestBody MoveRequest request, Actor actor) {
    actor.require(Permission.DECIDE);
    var customer = customers.require(ref);
    var reason = Objects.requireNonNullElse(request.reason(), "");
    long move = groups.move(customer, request.group(), reason, actor);
    var category = Objects.requireNonNull(categories.of(Set.of(customer)).get(customer));
    return new Moved(move, category.group().number());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void undo(@PathVariable String ref, @PathVariable long id, Actor actor) {
    actor.require(Permission.DECIDE);
    groups.undo(customers.require(ref), id, actor);
  }
}
