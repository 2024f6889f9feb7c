package dev.winback.web.customer;

import dev.winback.customer.Duplicates;
import dev.winback.customer.Merges;
import dev.winback.report.MergePreviews;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.web.aftercare.CareShown;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Customers who came in twice: found, put side by side, made one, taken apart. */
@Controller
class MergeController {

  private static final int GROUPS = 20;

  private final Duplicates duplicates;
  private final Merges merges;
  private final MergePreviews previews;
  private final BusinessClock clock;
  private final Wording wording;
  private final CareShown care;

  MergeController(
      Duplicates duplicates,
      Merges merges,
      MergePreviews previews,
      BusinessClock clock,
      Wording wording,
      CareShown care) {
    this.duplicates = duplicates;
    this.merges = merges;
    this.previews = previews;
    this.clock = clock;
    this.wording = wording;
    this.care = care;
  }

  @GetMapping("/customers/duplicates")
  String list(
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    var page = duplicates.page(after, GROUPS, actor);
    model.addAttribute("page", page);
    var refs =
        page.items().stream().flatMap(group -> group.members().stream()).map(one -> one.ref());
    model.addAttribute("delicate", care.fragile(refs.toList()));
    model.addAttribute("count", duplicates.count(actor));
    model.addAttribute("address", ListAddress.of(request));
    return "customer/duplicates";
  }

  @GetMapping({"/customers/duplicates.csv", "/customers/duplicates.xlsx"})
  void file(Actor actor, HttpServletRequest request, HttpServletResponse response) {
    var groups = duplicates.page(null, Integer.MAX_VALUE, actor).items();
    try (var csv = Export.open(request, response, clock.today(), "duplicates")) {
      csv.head(wording.of("merge.csv"));
      for (var group : groups) {
        for (var one : group.members()) {
          csv.row(
              wording.of("merge.kind." + group.kind()),
              group.key(),
              wording.of("merge.confidence." + group.confidence()),
              group.size(),
              one.ref(),
              one.name(),
              one.email(),
              one.phone(),
              one.city());
        }
      }
    }
  }

  /** These are different people. */
  @PostMapping("/customers/duplicates/{kind}/{mark}/refusals")
  String clear(
      @PathVariable String kind, @PathVariable String mark, RedirectAttributes after, Actor actor) {
    duplicates.clear(kind, mark, actor);
    after.addFlashAttribute("notice", wording.of("merge.cleared"));
    var undo = "/customers/duplicates/" + kind + "/" + mark + "/refusals/end";
    after.addFlashAttribute("undo", undo);
    return "redirect:/customers/duplicates";
  }

  @PostMapping("/customers/duplicates/{kind}/{mark}/refusals/end")
  String restore(
      @PathVariable String kind, @PathVariable String mark, RedirectAttributes after, Actor actor) {
    duplicates.restore(kind, mark, actor);
    after.addFlashAttribute("notice", wording.of("merge.listed"));
    return "redirect:/customers/duplicates";
  }

  @GetMapping("/customers/{ref}/merges/preview")
  String preview(
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String other,
      Actor actor,
      Model model) {
    model.addAttribute("preview", previews.of(ref, other, actor));
    return "customer/merge";
  }

  @PostMapping("/customers/{ref}/merges")
  String merge(
      @PathVariable String ref,
      @RequestParam(defaultValue = "") String other,
      @RequestParam(required = false) @Nullable List<String> fromOther,
      RedirectAttributes after,
      Actor actor) {
    var taken = Set.copyOf(Objects.requireNonNullElse(fromOther, List.of()));
    long merge = merges.merge(ref, other, taken, actor);
    after.addFlashAttribute("notice", wording.of("merge.merged"));
    after.addFlashAttribute("undo", page(ref) + "/merges/" + merge + "/end");
    return "redirect:" + page(ref);
  }

  @PostMapping("/customers/{ref}/merges/{id}/end")
  String part(
      @PathVariable String ref, @PathVariable long id, RedirectAttributes after, Actor actor) {
    merges.part(ref, id, actor);
    after.addFlashAttribute("notice", wording.of("merge.parted"));
    return "redirect:" + page(ref);
  }

  private static String page(String ref) {
    return UriComponentsBuilder.fromPath("/customers/{ref}").build(ref).getRawPath();
  }
}
