package dev.winback.web.customer;

import dev.winback.customer.Customers;
import dev.winback.importing.Corrections;
import dev.winback.report.CustomerFacts;
import dev.winback.report.CustomerLists;
import dev.winback.report.CustomerPages;
import dev.winback.shared.Refused;
import dev.winback.shared.Sentence;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.staff.Staff;
import dev.winback.web.layout.Wording;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The form that changes a customer, and the act that erases the person. */
@Controller
@RequestMapping("/customers/{ref}")
class EditController {

  private final Corrections corrections;
  private final Customers customers;
  private final CustomerPages pages;
  private final CustomerLists lists;
  private final Staff staff;
  private final Wording wording;

  EditController(
      Corrections corrections,
      Customers customers,
      CustomerPages pages,
      CustomerLists lists,
      Staff staff,
      Wording wording) {
    this.corrections = corrections;
    this.customers = customers;
    this.pages = pages;
    this.lists = lists;
    this.staff = staff;
    this.wording = wording;
  }

  @GetMapping("/edit")
  ModelAndView form(@PathVariable String ref, Actor actor) {
    actor.require(Permission.EDIT_CUSTOMERS);
    var customer = pages.facts(ref, actor);
    return page(customer, EditForm.of(customer), actor);
  }

  @PostMapping("/edit")
  ModelAndView save(
      @PathVariable String ref,
      @RequestParam Map<String, String> form,
      @RequestParam @Nullable Long version,
      RedirectAttributes after,
      Actor actor) {
    try {
      corrections.correct(ref, EditForm.fields(form), version, actor);
      after.addFlashAttribute("notice", wording.of("customer.saved"));
      var back = UriComponentsBuilder.fromPath("/customers/{ref}").build(ref);
      return new ModelAndView("redirect:" + back.getRawPath());
    } catch (Refused refused) {
      return refused(ref, form, refused.sentence(), refused.field(), actor);
    } catch (OptimisticLockingFailureException changed) {
      return refused(ref, form, Sentence.of("customer.refused.changed"), null, actor);
    }
  }

  /** What was typed stays on the page; the version is the newest, so that saving again is meant. */
  private ModelAndView refused(
      String ref, Map<String, String> form, Sentence why, @Nullable String field, Actor actor) {
    var page = page(pages.facts(ref, actor), form, actor);
    page.addObject("refused", why);
    page.addObject("field", field);
    page.setStatus(field == null ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private ModelAndView page(CustomerFacts customer, Map<String, String> form, Actor actor) {
    var page = new ModelAndView("customer/edit");
    page.addObject("customer", customer);
    page.addObject("form", form);
    page.addObject("attributes", pages.attributes(customer));
    page.addObject("members", staff.active());
    page.addObject("customerKinds", lists.kinds());
    page.addObject("handsOver", actor.may(Permission.CHANGE_OWNERS));
    return page;
  }

  @PostMapping("/erasure")
  String erase(@PathVariable String ref, RedirectAttributes after, Actor actor) {
    customers.erase(ref, actor);
    after.addFlashAttribute("notice", wording.of("customer.erased"));
    return "redirect:/customers";
  }
}
