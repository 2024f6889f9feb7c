package dev.winback.web.report;

import dev.winback.event.BusinessEvents;
import dev.winback.event.EventAnswer;
import dev.winback.event.EventEntry;
import dev.winback.event.EventKind;
import dev.winback.report.EventLosses;
import dev.winback.report.EventRow;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What changed and how many losses began around it: a page, a file, and a form for one more. */
@Controller
class EventController {

  private static final int ROWS = 50;
  private static final String HERE = "redirect:/reports/events";

  private final EventLosses losses;
  private final BusinessEvents events;
  private final BusinessClock clock;
  private final Wording wording;

  EventController(EventLosses losses, BusinessEvents events, BusinessClock clock, Wording wording) {
    this.losses = losses;
    this.events = events;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/reports/events")
  ModelAndView list(
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor) {
    return page(EventEntry.EMPTY, null, after, request, actor);
  }

  private ModelAndView page(
      EventEntry entry,
      @Nullable Refused refused,
      @Nullable String after,
      HttpServletRequest request,
      Actor actor) {
    var page = new ModelAndView("report/events");
    var rows = losses.page(after, ROWS, actor);
    page.addObject("page", rows);
    page.addObject("answers", answers(rows.items(), actor));
    page.addObject("count", losses.count(actor));
    page.addObject("currency", losses.currency());
    page.addObject("kinds", EventKind.values());
    page.addObject("entry", entry);
    page.addObject("refused", refused);
    page.addObject("address", ListAddress.of(request));
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }

  private Map<Long, EventAnswer> answers(List<EventRow> rows, Actor actor) {
    return events.answers(rows.stream().map(EventRow::id).toList(), actor);
  }

  @GetMapping({"/reports/events.csv", "/reports/events.xlsx"})
  void file(Actor actor, HttpServletRequest request, HttpServletResponse response) {
    var rows = losses.export(actor);
    var answers = answers(rows, actor);
    try (var file = Export.open(request, response, clock.today(), "events")) {
      file.head(wording.of("event.csv"));
      rows.forEach(row -> file.row(cells(row, answers.getOrDefault(row.id(), EventAnswer.NONE))));
    }
  }

  private @Nullable Object[] cells(EventRow row, EventAnswer answer) {
    return new @Nullable Object[] {
      row.day(),
      wording.of("event.kind." + row.kind()),
      row.title(),
      row.losses(),
      row.money(),
      losses.currency(),
      row.usual(),
      row.mass() ? wording.of("event.mass") : "",
      answer.effect(),
      answer.alternatives(),
      answer.benefits(),
      answer.competitors()
    };
  }

  @PostMapping("/reports/events")
  ModelAndView add(
      EventEntry entry, HttpServletRequest request, Actor actor, RedirectAttributes after) {
    try {
      long id = events.add(entry, actor);
      return back("event.added", "/withdrawal", id, after);
    } catch (Refused refused) {
      return page(entry, refused, null, request, actor);
    }
  }

  @PostMapping("/reports/events/{id}/withdrawal")
  ModelAndView remove(@PathVariable long id, Actor actor, RedirectAttributes after) {
    events.remove(id, actor);
    return back("event.removed", "/return", id, after);
  }

  @PostMapping("/reports/events/{id}/return")
  ModelAndView restore(@PathVariable long id, Actor actor, RedirectAttributes after) {
    events.restore(id, actor);
    return back("event.restored", "/withdrawal", id, after);
  }

  @PostMapping("/reports/events/{id}/answers")
  ModelAndView answer(
      @PathVariable long id, EventAnswer answer, Actor actor, RedirectAttributes after) {
    events.answer(id, answer, actor);
    return back("event.answered", "/answers/undo", id, after);
  }

  @PostMapping("/reports/events/{id}/answers/undo")
  ModelAndView takeBack(@PathVariable long id, Actor actor, RedirectAttributes after) {
    events.takeBackAnswer(id, actor);
    after.addFlashAttribute("notice", wording.of("event.unanswered"));
    return new ModelAndView(HERE);
  }

  private ModelAndView back(String key, String undo, long id, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of(key));
    after.addFlashAttribute("undo", "/reports/events/" + id + undo);
    return new ModelAndView(HERE);
  }
}
