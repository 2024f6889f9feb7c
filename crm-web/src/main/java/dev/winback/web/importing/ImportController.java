package dev.winback.web.importing;

import dev.winback.importing.ImportHistory;
import dev.winback.importing.Imports;
import dev.winback.importing.ProblemFilter;
import dev.winback.importing.RunFilter;
import dev.winback.staff.Actor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The page of imports and the page of each. */
@Controller
@RequestMapping("/settings/imports")
class ImportController {

  private final Imports imports;
  private final ImportHistory history;
  private final ErrorFile errors;

  ImportController(Imports imports, ImportHistory history, ErrorFile errors) {
    this.imports = imports;
    this.history = history;
    this.errors = errors;
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String type,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String member,
      @RequestParam(required = false) @Nullable String after,
      Model model,
      Actor actor) {
    model.addAttribute("runs", history.page(RunFilter.of(type, state, member), after, actor));
    model.addAttribute("after", after);
    return "importing/list";
  }

  @PostMapping
  String start(
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "auto") String type,
      @RequestParam(defaultValue = "false") boolean dryRun,
      Actor actor)
      throws IOException {
    return "redirect:/settings/imports/" + ImportApi.begin(imports, file, type, dryRun, actor);
  }

  @GetMapping("/{id}")
  String run(@PathVariable long id, Model model, Actor actor) {
    show(id, model, actor);
    return "importing/run";
  }

  /** What changes while it runs, asked for every second. */
  @GetMapping("/{id}/progress")
  String progress(@PathVariable long id, Model model, Actor actor) {
    show(id, model, actor);
    return "importing/run :: progress";
  }

  private void show(long id, Model model, Actor actor) {
    model.addAttribute("run", imports.run(id, actor));
    model.addAttribute("problems", history.problems(id, ProblemFilter.NONE, null, actor).items());
  }

  /** Loads the file of a dry run for real. */
  @PostMapping("/{id}/real")
  String startForReal(@PathVariable long id, Actor actor) {
    return "redirect:/settings/imports/" + imports.startForReal(id, actor);
  }

  @GetMapping({"/{id}/errors.csv", "/{id}/errors.xlsx"})
  void errors(
      @PathVariable long id,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    errors.write(id, actor, request, response);
  }
}
