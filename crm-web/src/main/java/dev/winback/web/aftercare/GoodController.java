package dev.winback.web.aftercare;

import dev.winback.aftercare.GoodContacts;
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

/** Contacts with good customers: the list, done or left out, each with the way back. */
@Controller
class GoodController {

  private static final int ROWS = 50;

  private final GoodContacts contacts;
  private final BusinessClock clock;
  private final Wording wording;

  GoodController(GoodContacts contacts, BusinessClock clock, Wording wording) {
    this.contacts = contacts;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/care")
  String list(
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("kind", kind == null ? "" : kind);
    model.addAttribute("kinds", GoodContacts.KINDS);
    model.addAttribute("page", contacts.page(kind, after, ROWS, actor));
    model.addAttribute("count", contacts.count(kind, actor));
    model.addAttribute("day", clock.today());
    model.addAttribute("address", ListAddress.of(request));
    return "aftercare/care";
  }

  @GetMapping({"/care.csv", "/care.xlsx"})
  void file(
      @RequestParam(required = false) @Nullable String kind,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.READ_TASKS);
    var asked = GoodContacts.asked(kind);
    try (var file = Export.open(request, response, clock.today(), "care")) {
      file.row((Object[]) wording.of("care.csv").split(";"));
      contacts.export(
          asked,
          actor,
          row ->
              file.row(
                  row.dueOn(),
                  wording.of("care.kind." + row.kind()),
                  row.occasion(),
                  row.ref(),
                  row.name(),
                  row.person(),
                  row.phone(),
                  row.email(),
                  row.member(),
                  row.fragile() ? wording.of("category.yes") : ""));
    }
  }

  @PostMapping("/care/{id}/done")
  String done(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(required = false) @Nullable String note,
      Actor actor,
      RedirectAttributes after) {
    contacts.done(id, channel, note, actor);
    return back(id, "care.done", after);
  }

  @PostMapping("/care/{id}/skip")
  String skip(@PathVariable long id, Actor actor, RedirectAttributes after) {
    contacts.skip(id, actor);
    return back(id, "care.skipped", after);
  }

  @PostMapping("/care/{id}/undo")
  String undo(@PathVariable long id, Actor actor, RedirectAttributes after) {
    contacts.undo(id, actor);
    after.addFlashAttribute("notice", wording.of("care.undone"));
    return "redirect:/care";
  }

  private String back(long id, String key, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of(key));
    after.addFlashAttribute("undo", "/care/" + id + "/undo");
    return "redirect:/care";
  }
}
