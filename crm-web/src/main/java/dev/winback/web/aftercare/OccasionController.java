package dev.winback.web.aftercare;

import dev.winback.aftercare.OccasionEntry;
import dev.winback.aftercare.Occasions;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Occasions to talk to good customers: a list, a file, a form for one more. */
@Controller
class OccasionController {

  private static final int ROWS = 50;
  private static final String HERE = "redirect:/occasions";

  private final Occasions occasions;
  private final BusinessClock clock;
  private final Wording wording;

  OccasionController(Occasions occasions, BusinessClock clock, Wording wording) {
    this.occasions = occasions;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/occasions")
  ModelAndView list(
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor) {
    return page(OccasionEntry.EMPTY, null, after, request, actor);
  }

  private ModelAndView page(
      OccasionEntry entry,
      @Nullable Refused refused,
      @Nullable String after,
      HttpServletRequest request,
      Actor actor) {
    var page = new ModelAndView("aftercare/occasions");
    page.addObject("page", occasions.page(after, ROWS, actor));
    page.addObject("kinds", OccasionEntry.KINDS);
    page.addObject("audiences", OccasionEntry.AUDIENCES);
    page.addObject("entry", entry);
    page.addObject("refused", refused);
    page.addObject("address", ListAddress.of(request));
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }

  @GetMapping({"/occasions.csv", "/occasions.xlsx"})
  void file(Actor actor, HttpServletRequest request, HttpServletResponse response) {
    var rows = occasions.export(actor);
    try (var file = Export.open(request, response, clock.today(), "occasions")) {
      file.head(wording.of("care.occasions.csv"));
      rows.forEach(
          row ->
              file.row(
                  row.startsOn(),
                  row.endsOn(),
                  wording.of("care.occasion." + row.kind()),
                  row.title(),
                  wording.of("care.audience." + row.audience()),
                  row.buyers(),
                  row.open(),
                  row.done()));
    }
  }

  @PostMapping("/occasions")
  ModelAndView add(
      OccasionEntry entry, HttpServletRequest request, Actor actor, RedirectAttributes after) {
    try {
      return back("care.occasion.added", "/removal", occasions.add(entry, actor), after);
    } catch (Refused refused) {
      return page(entry, refused, null, request, actor);
    }
  }

  @PostMapping("/occasions/{id}/removal")
  ModelAndView remove(@PathVariable long id, Actor actor, RedirectAttributes after) {
    occasions.remove(id, actor);
    return back("care.occasion.removed", "/return", id, after);
  }

  @PostMapping("/occasions/{id}/return")
  ModelAndView restore(@PathVariable long id, Actor actor, RedirectAttributes after) {
    occasions.restore(id, actor);
    return back("care.occasion.restored", "/removal", id, after);
  }

  private ModelAndView back(String key, String undo, long id, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of(key));
    after.addFlashAttribute("undo", "/occasions/" + id + undo);
    return new ModelAndView(HERE);
  }
}
