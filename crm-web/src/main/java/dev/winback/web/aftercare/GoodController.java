package dev.winback.web.aftercare;

import dev.winback.aftercare.GoodContacts;
import dev.winback.aftercare.GoodFilter;
import dev.winback.aftercare.GoodLists;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Contacts with good customers: the list, done or left out, each with the way back. */
@Controller
class GoodController {

  private static final int ROWS = 50;

  private final GoodContacts contacts;
  private final GoodLists lists;
  private final BusinessClock clock;
  private final Wording wording;

  GoodController(GoodContacts contacts, GoodLists lists, BusinessClock clock, Wording wording) {
    this.contacts = contacts;
    this.lists = lists;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/care")
  String list(
      GoodFilter filter,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("kind", Objects.requireNonNullElse(filter.kind(), ""));
    model.addAttribute("occasion", filter.occasion());
    model.addAttribute("kinds", GoodLists.KINDS);
    var page = lists.page(filter, after, ROWS, actor);
    model.addAttribute("page", page);
    model.addAttribute("why", lists.why(page.items()));
    model.addAttribute("month", lists.month(actor));
    model.addAttribute("count", lists.count(filter, actor));
    model.addAttribute("day", clock.today());
    model.addAttribute("address", ListAddress.of(request));
    return "aftercare/care";
  }

  @GetMapping({"/care.csv", "/care.xlsx"})
  void file(
      GoodFilter filter, Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.READ_TASKS);
    filter.asked();
    try (var file = Export.open(request, response, clock.today(), "care")) {
      file.head(wording.of("care.csv"));
      lists.export(
          filter,
          actor,
          row ->
              file.row(
                  row.dueOn(),
                  wording.of(
                      row.sign() == null ? "care.kind." + row.kind() : "signal.kind." + row.sign()),
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

  /** The card of one: why, what for, and what came of it. */
  @GetMapping("/care/{id}")
  String one(@PathVariable long id, Actor actor, Model model) {
    var one = lists.one(id, actor);
    model.addAttribute("g", one);
    model.addAttribute("why", lists.why(List.of(one)).getOrDefault(one.customer(), List.of()));
    return "aftercare/contact";
  }

  @PutMapping("/care/{id}/aim")
  String aim(
      @PathVariable long id, @RequestParam(required = false) @Nullable String aim, Actor actor) {
    contacts.aim(id, aim, actor);
    return "today/day :: saved";
  }

  @PutMapping("/care/{id}/note")
  String note(@PathVariable long id, @RequestParam(defaultValue = "") String note, Actor actor) {
    contacts.keepNote(id, note, actor);
    return "today/day :: saved";
  }

  @PostMapping("/care/{id}/missed")
  String missed(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String note,
      Actor actor,
      RedirectAttributes after) {
    keep(id, note, actor);
    contacts.missed(id, actor);
    after.addFlashAttribute("notice", wording.of("care.missed"));
    after.addFlashAttribute("undo", "/care/" + id + "/unmissed");
    return "redirect:/care";
  }

  /** What was typed in the last moment; a form without the field has kept nothing back. */
  private void keep(long id, @Nullable String note, Actor actor) {
    if (note != null) {
      // a form has two signs at the end of a line, of which its field counts one
      contacts.keepNote(id, note.replace("\r\n", "\n"), actor);
    }
  }

  @PostMapping("/care/{id}/unmissed")
  String unmissed(@PathVariable long id, Actor actor, RedirectAttributes after) {
    contacts.unmissed(id, actor);
    after.addFlashAttribute("notice", wording.of("care.undone"));
    return "redirect:/care";
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
  String skip(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String note,
      Actor actor,
      RedirectAttributes after) {
    keep(id, note, actor);
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
