package dev.winback.web.customer;

import dev.winback.importing.PersonCorrections;
import dev.winback.report.CustomerPages;
import dev.winback.shared.Refused;
import dev.winback.shared.Sentence;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
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

/** The forms of the persons at a customer. */
@Controller
@RequestMapping("/customers/{ref}/persons")
class PersonController {

  private final PersonCorrections corrections;
  private final CustomerPages pages;
  private final Wording wording;

  PersonController(PersonCorrections corrections, CustomerPages pages, Wording wording) {
    this.corrections = corrections;
    this.pages = pages;
    this.wording = wording;
  }

  @GetMapping("/new")
  ModelAndView empty(@PathVariable String ref, Actor actor) {
    actor.require(Permission.EDIT_CUSTOMERS);
    return page(ref, null, Map.of(), actor);
  }

  @GetMapping("/{id:\\d+}")
  ModelAndView form(@PathVariable String ref, @PathVariable long id, Actor actor) {
    return page(ref, id, PersonForm.of(corrections.one(ref, id, actor)), actor);
  }

  @PostMapping
  ModelAndView add(
      @PathVariable String ref,
      @RequestParam Map<String, String> form,
      RedirectAttributes after,
      Actor actor) {
    return saved(
        ref, null, form, after, actor, () -> corrections.add(ref, PersonForm.fields(form), actor));
  }

  @PostMapping("/{id:\\d+}")
  ModelAndView save(
      @PathVariable String ref,
      @PathVariable long id,
      @RequestParam Map<String, String> form,
      RedirectAttributes after,
      Actor actor) {
    var fields = PersonForm.fields(form);
    return saved(
        ref,
        id,
        form,
        after,
        actor,
        () -> corrections.change(ref, id, fields, form.get("tag"), actor));
  }

  @PostMapping("/{id:\\d+}/main")
  String main(
      @PathVariable String ref, @PathVariable long id, RedirectAttributes after, Actor actor) {
    corrections.change(ref, id, Map.of("main", "yes"), null, actor);
    return back(ref, "person.main.done", after);
  }

  @PostMapping("/{id:\\d+}/departure")
  String leave(
      @PathVariable String ref, @PathVariable long id, RedirectAttributes after, Actor actor) {
    corrections.leave(ref, id, actor);
    return back(ref, "person.left.done", after);
  }

  @PostMapping("/{id:\\d+}/return")
  String comeBack(
      @PathVariable String ref, @PathVariable long id, RedirectAttributes after, Actor actor) {
    corrections.change(ref, id, Map.of("left_on", ""), null, actor);
    return back(ref, "person.back.done", after);
  }

  private ModelAndView saved(
      String ref,
      @Nullable Long id,
      Map<String, String> form,
      RedirectAttributes after,
      Actor actor,
      Runnable work) {
    try {
      work.run();
      return new ModelAndView(back(ref, "person.saved", after));
    } catch (Refused refused) {
      return refused(ref, id, form, refused.sentence(), refused.field(), actor);
    } catch (OptimisticLockingFailureException changed) {
      return refused(ref, id, form, Sentence.of("person.refused.changed"), null, actor);
    }
  }

  private String back(String ref, String notice, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of(notice));
    var page = UriComponentsBuilder.fromPath("/customers/{ref}").build(ref);
    return "redirect:" + page.getRawPath() + "#persons";
  }

  /** What was typed stays on the page; the tag is the newest, so that saving again is meant. */
  private ModelAndView refused(
      String ref,
      @Nullable Long id,
      Map<String, String> form,
      Sentence why,
      @Nullable String field,
      Actor actor) {
    var typed = new java.util.HashMap<>(form);
    if (id != null) {
      typed.put("tag", corrections.one(ref, id, actor).tag());
    }
    var page = page(ref, id, typed, actor);
    page.addObject("refused", why);
    page.addObject("field", field);
    page.setStatus(field == null ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private ModelAndView page(String ref, @Nullable Long id, Map<String, String> form, Actor actor) {
    var page = new ModelAndView("customer/person");
    page.addObject("customer", pages.facts(ref, actor));
    page.addObject("id", id);
    page.addObject("form", form);
    page.addObject("who", PersonForm.WHO);
    page.addObject("reach", PersonForm.REACH);
    page.addObject("personal", PersonForm.PERSONAL);
    return page;
  }
}
