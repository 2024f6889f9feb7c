package dev.winback.web.category;

import dev.winback.category.PriorityGroups;
import dev.winback.customer.Customers;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** A manager puts a customer into another priority group, on the page of the customer. */
@Controller
@RequestMapping("/customers/{ref}/group")
class GroupController {

  private final PriorityGroups groups;
  private final Customers customers;
  private final Wording wording;

  GroupController(PriorityGroups groups, Customers customers, Wording wording) {
    this.groups = groups;
    this.customers = customers;
    this.wording = wording;
  }

  @PostMapping
  String move(
      @PathVariable String ref,
      @RequestParam(required = false) @Nullable Integer group,
      @RequestParam String reason,
      RedirectAttributes after,
      Actor actor) {
    actor.require(Permission.DECIDE);
    long move = groups.move(customers.require(ref), group, reason, actor);
    after.addFlashAttribute("notice", wording.of("category.moved"));
    after.addFlashAttribute("undo", page(ref) + "/group/" + move + "/undo");
    return "redirect:" + page(ref);
  }

  @PostMapping("/{id}/undo")
  String undo(
      @PathVariable String ref, @PathVariable long id, RedirectAttributes after, Actor actor) {
    actor.require(Permission.DECIDE);
    groups.undo(customers.require(ref), id, actor);
    after.addFlashAttribute("notice", wording.of("category.unmoved"));
    return "redirect:" + page(ref);
  }

  private static String page(String ref) {
    return UriComponentsBuilder.fromPath("/customers/{ref}").build(ref).getRawPath();
  }
}
