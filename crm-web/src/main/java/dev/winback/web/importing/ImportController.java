package dev.winback.web.importing;

import dev.winback.importing.ImportHistory;
import dev.winback.importing.ImportProblem;
import dev.winback.importing.Imports;
import dev.winback.importing.ProblemCount;
import dev.winback.importing.ProblemFilter;
import dev.winback.shared.Paged;
import dev.winback.staff.Actor;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one import: watching it, stopping it, taking it back, its rejected rows. */
@Controller
@RequestMapping("/settings/imports/{id}")
class ImportController {

  private static final int SHOWN = 10;

  private final Imports imports;
  private final ImportHistory history;
  private final RunEvents events;
  private final ErrorFile errors;
  private final Wording wording;

  ImportController(
      Imports imports, ImportHistory history, RunEvents events, ErrorFile errors, Wording wording) {
    this.imports = imports;
    this.history = history;
    this.events = events;
    this.errors = errors;
    this.wording = wording;
  }

  @GetMapping
  String run(@PathVariable long id, Model model, Actor actor) {
    show(id, model, actor);
    return "importing/run";
  }

  /** What changes while it runs, asked for by who cannot listen to its events. */
  @GetMapping("/progress")
  String progress(@PathVariable long id, Model model, Actor actor) {
    show(id, model, actor);
    return "importing/run :: progress";
  }

  private void show(long id, Model model, Actor actor) {
    var run = imports.run(id, actor);
    model.addAttribute("run", run);
    model.addAttribute("check", history.checkSum(run, actor));
    model.addAttribute("parts", history.parts(id, actor));
    model.addAttribute("totals", history.totals(id, actor));
    var counts = history.problemCounts(id, actor);
    model.addAttribute("counts", counts);
    model.addAttribute("overtaken", overtaken(counts));
    model.addAttribute("problems", first(history.problems(id, ProblemFilter.NONE, null, actor)));
    model.addAttribute("kept", history.kept(id, actor));
    model.addAttribute("warning", history.warning(id, actor));
    model.addAttribute("gap", history.gap(run, actor));
  }

  private static long overtaken(List<ProblemCount> counts) {
    return counts.stream()
        .filter(count -> ProblemFilter.OVERTAKEN.equals(count.code()))
        .mapToLong(ProblemCount::rows)
        .sum();
  }

  /** The run is the matter of its page, not its faults. */
  private static Paged<ImportProblem> first(Paged<ImportProblem> page) {
    return page.items().size() <= SHOWN
        ? page
        : new Paged<>(page.items().subList(0, SHOWN), Long.toString(SHOWN));
  }

  @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter events(@PathVariable long id, Actor actor, HttpServletResponse response) {
    return events.watch(imports.run(id, actor), response);
  }

  /** Rejected rows page by page, of one column and for one reason. */
  @GetMapping("/problems")
  String problems(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String column,
      @RequestParam(required = false) @Nullable String code,
      @RequestParam(required = false) @Nullable String after,
      Model model,
      Actor actor,
      HttpServletRequest request) {
    var counts = history.problemCounts(id, actor);
    model.addAttribute("run", imports.run(id, actor));
    model.addAttribute("counts", counts);
    model.addAttribute("overtaken", overtaken(counts));
    model.addAttribute("chosen", new ProblemFilter(column, code));
    model.addAttribute(
        "problems", history.problems(id, new ProblemFilter(column, code), after, actor));
    model.addAttribute("after", after);
    model.addAttribute("address", ListAddress.of(request));
    return "importing/problems";
  }

  /** Loads the file of a dry run for real. */
  @PostMapping("/real")
  String startForReal(@PathVariable long id, Actor actor) {
    return page(imports.startForReal(id, actor));
  }

  @PostMapping("/again")
  String loadAgain(@PathVariable long id, Actor actor) {
    return page(imports.loadAgain(id, actor));
  }

  /** Undone by loading the file again, which the page offers. */
  @PostMapping("/cancel")
  String cancel(@PathVariable long id, Actor actor, RedirectAttributes after) {
    imports.cancel(id, actor);
    after.addFlashAttribute("notice", wording.of("importing.cancelling"));
    return page(id);
  }

  /** Undone by loading the file again, which the page offers. */
  @PostMapping("/taking-back")
  String takeBack(@PathVariable long id, Actor actor, RedirectAttributes after) {
    imports.takeBack(id, actor);
    after.addFlashAttribute("notice", wording.of("importing.taking-back"));
    return page(id);
  }

  private static String page(long id) {
    return "redirect:/settings/imports/" + id;
  }

  @GetMapping({"/errors.csv", "/errors.xlsx"})
  void errors(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String column,
      @RequestParam(required = false) @Nullable String code,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    errors.write(id, column, code, actor, request, response);
  }
}
