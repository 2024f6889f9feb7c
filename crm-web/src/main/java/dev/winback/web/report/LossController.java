package dev.winback.web.report;

import dev.winback.event.EventMark;
import dev.winback.report.LossBandSettings;
import dev.winback.report.LossMonth;
import dev.winback.report.LossPicture;
import dev.winback.report.LossReport;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Losses of a year: thermometer, money, months, and what is left of the base. */
@Controller
class LossController {

  /** Before any purchase. */
  private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

  /** What {@code compare} says when the year before is to stand beside this one. */
  private static final String PREVIOUS = "prev";

  private final LossReport report;
  private final LossBandSettings bands;
  private final RateShown shown;
  private final MarksShown marks;
  private final BusinessClock clock;
  private final Wording wording;

  LossController(
      LossReport report,
      LossBandSettings bands,
      RateShown shown,
      MarksShown marks,
      BusinessClock clock,
      Wording wording) {
    this.bands = bands;
    this.report = report;
    this.shown = shown;
    this.marks = marks;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/reports/losses")
  String page(
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String compare,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    var picture = report.picture(to, actor);
    model.addAttribute("compared", PREVIOUS.equals(compare) && picture.before().base() > 0);
    model.addAttribute("picture", picture);
    shown.add(picture.rate(), model);
    marks.add(picture.year().from(), picture.year().until(), actor, model);
    model.addAttribute("early", early(picture, actor));
    model.addAttribute("day", report.day());
    model.addAttribute("beginning", BEGINNING);
    model.addAttribute("address", ListAddress.of(request));
    model.addAttribute("form", LossBandForm.of(picture.rate().bands()));
    return "report/losses";
  }

  /** The bands are set where they are seen; what is refused stays in its fields. */
  @PostMapping("/reports/losses")
  String set(
      LossBandForm form,
      @RequestParam(required = false) @Nullable String to,
      HttpServletRequest request,
      HttpServletResponse response,
      Actor actor,
      Model model,
      RedirectAttributes after) {
    actor.require(Permission.SET_LIMITS);
    try {
      var was = bands.change(form.bands(), actor);
      after.addAttribute("to", to);
      after.addFlashAttribute("notice", wording.of("losses.bands.saved"));
      after.addFlashAttribute(
          "undo",
          "/reports/losses?normal=%d&watch=%d&act=%d&strategy=%d"
              .formatted(was.normal(), was.watch(), was.act(), was.strategy()));
      return "redirect:/reports/losses";
    } catch (Refused refused) {
      var page = page(to, null, request, actor, model);
      model.addAttribute("form", form);
      model.addAttribute("refused", refused);
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page;
    }
  }

  /** Nobody was there yet in the year asked for, and somebody came later. */
  private boolean early(LossPicture asked, Actor actor) {
    return asked.year().base() == 0 && report.picture(null, actor).year().base() > 0;
  }

  @GetMapping({"/reports/losses.csv", "/reports/losses.xlsx"})
  void file(
      @RequestParam(required = false) @Nullable String to,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var picture = report.picture(to, actor);
    var events = marks.months(picture.before().from(), picture.year().until(), actor);
    try (var file = Export.open(request, response, clock.today(), "losses")) {
      file.head(wording.of("losses.csv"));
      Stream.concat(picture.before().months().stream(), picture.year().months().stream())
          .forEach(month -> file.row(cells(month, events.getOrDefault(month.month(), List.of()))));
    }
  }

  private Object[] cells(LossMonth month, List<EventMark> events) {
    var moves = month.moves();
    return new Object[] {
      month.month(),
      month.before(),
      month.firsts(),
      moves.losses(),
      moves.returns(),
      month.after(),
      moves.lostYear(),
      moves.backYear(),
      report.currency(),
      moves.fromHistory() ? wording.of("figures.history") : "",
      marks.cell(events)
    };
  }
}
