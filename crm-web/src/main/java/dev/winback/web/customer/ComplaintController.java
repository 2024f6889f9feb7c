package dev.winback.web.customer;

import dev.winback.importing.ComplaintCorrections;
import dev.winback.report.CustomerPages;
import dev.winback.staff.Actor;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Complaints on the page of a customer, of a loss or in the list of service: written down,
 * resolved, satisfied or not.
 */
@Controller
@RequestMapping("/customers/{ref}/complaints")
class ComplaintController {

  private static final List<String> FIELDS = List.of("text", "severity", "human", "member", "time");
  private static final String LOSS = "/lapses/\\d{1,18}";

  private final ComplaintCorrections complaints;
  private final CustomerPages pages;
  private final Wording wording;

  ComplaintController(ComplaintCorrections complaints, CustomerPages pages, Wording wording) {
    this.pages = pages;
    this.complaints = complaints;
    this.wording = wording;
  }

  @PostMapping
  String add(
      @PathVariable String ref,
      @RequestParam Map<String, String> form,
      Actor actor,
      RedirectAttributes after) {
    long id = complaints.add(ref, form.getOrDefault("form", ""), fields(form), actor);
    return back("complaint.added", ref, form.get("back"), id + "/removal", after);
  }

  /** Only what was filled in: an empty severity was not asked for. */
  private static Map<String, String> fields(Map<String, String> form) {
    var said = new LinkedHashMap<String, String>();
    FIELDS.stream()
        .filter(name -> !form.getOrDefault(name, "").isBlank())
        .forEach(name -> said.put(name, form.getOrDefault(name, "")));
    return said;
  }

  @PostMapping("/{id}/resolution")
  String resolve(
      @PathVariable String ref,
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String back,
      Actor actor,
      RedirectAttributes after) {
    complaints.resolve(ref, id, actor);
    after.addFlashAttribute("lookAt", page(ref) + "#complaints");
    after.addFlashAttribute("lookWords", pages.facts(ref, actor).displayName());
    return back("complaint.resolved", ref, back, id + "/reopening", after);
  }

  @PostMapping("/{id}/reopening")
  String reopen(
      @PathVariable String ref,
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String back,
      Actor actor,
      RedirectAttributes after) {
    complaints.reopen(ref, id, actor);
    return back("complaint.reopened", ref, back, null, after);
  }

  @PostMapping("/{id}/satisfaction")
  String satisfied(
      @PathVariable String ref,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String satisfied,
      @RequestParam(required = false) @Nullable String back,
      Actor actor,
      RedirectAttributes after) {
    var before = complaints.satisfied(ref, id, satisfied, actor);
    var undo = id + "/satisfaction?satisfied=" + before;
    return back("complaint.satisfaction", ref, back, undo, after);
  }

  @PostMapping("/{id}/removal")
  String remove(
      @PathVariable String ref,
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String back,
      Actor actor,
      RedirectAttributes after) {
    complaints.remove(ref, id, actor);
    return back("complaint.removed", ref, back, null, after);
  }

  private String back(
      String key,
      String ref,
      @Nullable String back,
      @Nullable String undo,
      RedirectAttributes after) {
    boolean list = back != null && ListAddress.isOf("/complaints", back);
    var there = back != null && (list || back.matches(LOSS)) ? back : page(ref);
    after.addFlashAttribute("notice", wording.of(key));
    after.addFlashAttribute("undo", undo == null ? null : undo(page(ref), undo, there));
    return "redirect:" + there + (list ? "" : "#complaints");
  }

  private static String page(String ref) {
    return UriComponentsBuilder.fromPath("/customers/{ref}").build(ref).getRawPath();
  }

  private static String undo(String page, String undo, String there) {
    var back = UriUtils.encodeQueryParam(there, StandardCharsets.UTF_8);
    return page + "/complaints/" + undo + (undo.contains("?") ? "&" : "?") + "back=" + back;
  }
}
