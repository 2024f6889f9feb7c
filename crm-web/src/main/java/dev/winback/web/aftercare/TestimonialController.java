package dev.winback.web.aftercare;

import dev.winback.aftercare.TestimonialEntry;
import dev.winback.aftercare.Testimonials;
import dev.winback.lapse.LapseId;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Testimonials: told on the page of a loss, listed, and as a file of those that may be used. */
@Controller
class TestimonialController {

  private static final int ROWS = 50;

  private final Testimonials testimonials;
  private final BusinessClock clock;
  private final Wording wording;

  TestimonialController(Testimonials testimonials, BusinessClock clock, Wording wording) {
    this.testimonials = testimonials;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/testimonials")
  String list(
      @RequestParam(required = false) @Nullable String show,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("show", show == null ? "all" : show);
    model.addAttribute("shows", Testimonials.SHOWN);
    model.addAttribute("page", testimonials.page(show, after, ROWS, actor));
    model.addAttribute("count", testimonials.count(show, actor));
    model.addAttribute("address", ListAddress.of(request));
    return "aftercare/testimonials";
  }

  @GetMapping({"/testimonials.csv", "/testimonials.xlsx"})
  void file(Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    try (var file = Export.open(request, response, clock.today(), "testimonials")) {
      file.head(wording.of("testimonial.csv"));
      testimonials.export(
          actor,
          row -> file.row(row.words(), row.signature(), row.city(), row.publishUntil(), row.ref()));
    }
  }

  @PostMapping("/lapses/{id}/testimonials")
  String tell(
      @PathVariable LapseId id, TestimonialEntry entry, Actor actor, RedirectAttributes after) {
    long told = testimonials.tell(id, entry, actor);
    after.addFlashAttribute("notice", wording.of("testimonial.told"));
    after.addFlashAttribute("undo", "/testimonials/" + told + "/withdrawal");
    return "redirect:/lapses/" + id.value() + "#testimonial-title";
  }

  @PostMapping("/testimonials/{id}/withdrawal")
  String undo(@PathVariable long id, Actor actor, RedirectAttributes after) {
    testimonials.undo(id, actor);
    after.addFlashAttribute("notice", wording.of("testimonial.undone"));
    return "redirect:/testimonials";
  }
}
