package dev.winback.web.customer;

import dev.winback.staff.Actor;
import dev.winback.task.ContactData;
import dev.winback.web.layout.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** "Checked, all right": a person confirms number and address on the page of the customer. */
@Controller
@RequestMapping("/customers/{ref}/checks")
class CheckController {

  private final ContactData data;
  private final Wording wording;

  CheckController(ContactData data, Wording wording) {
    this.data = data;
    this.wording = wording;
  }

  @PostMapping
  String check(@PathVariable String ref, RedirectAttributes after, Actor actor) {
    long check = data.check(ref, actor);
    after.addFlashAttribute("notice", wording.of("customer.checked"));
    after.addFlashAttribute("undo", page(ref) + "/checks/" + check + "/undo");
    return "redirect:" + page(ref);
  }

  @PostMapping("/{id}/undo")
  String undo(
      @PathVariable String ref, @PathVariable long id, RedirectAttributes after, Actor actor) {
    data.undo(ref, id, actor);
    after.addFlashAttribute("notice", wording.of("customer.unchecked"));
    return "redirect:" + page(ref);
  }

  private static String page(String ref) {
    return UriComponentsBuilder.fromPath("/customers/{ref}").build(ref).getRawPath();
  }
}
