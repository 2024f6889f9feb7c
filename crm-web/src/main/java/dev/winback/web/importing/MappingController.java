package dev.winback.web.importing;

import dev.winback.importing.ImportType;
import dev.winback.importing.Imports;
import dev.winback.importing.MappingView;
import dev.winback.importing.Mappings;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page on which a person explains the columns of a file, and the list of what was explained.
 */
@Controller
@RequestMapping("/settings/imports")
class MappingController {

  private static final String LIST = "redirect:/settings/imports/mappings";

  private final Mappings mappings;
  private final Imports imports;
  private final Wording wording;
  private final BusinessClock clock;

  MappingController(Mappings mappings, Imports imports, Wording wording, BusinessClock clock) {
    this.mappings = mappings;
    this.imports = imports;
    this.wording = wording;
    this.clock = clock;
  }

  @GetMapping("/{id}/mapping")
  ModelAndView propose(@PathVariable long id, Actor actor) {
    var page = page("importing/mapping", mappings.proposed(id, actor), "/" + id + "/mapping");
    return page.addObject("dryRun", imports.run(id, actor).dryRun());
  }

  /** What is chosen so far, tried on the first rows. */
  @PostMapping("/{id}/mapping/check")
  ModelAndView check(
      @PathVariable long id,
      @RequestParam Map<String, String> fields,
      @RequestHeader(name = "HX-Trigger-Name", required = false) @Nullable String last,
      Actor actor) {
    var form = MappingForm.of(fields, last);
    return page(
        "importing/mapping :: choice",
        form,
        mappings.chosen(id, form.name(), form.mapping(), actor),
        "/" + id + "/mapping");
  }

  @PostMapping("/{id}/mapping")
  ModelAndView explain(
      @PathVariable long id, @RequestParam Map<String, String> fields, Actor actor) {
    var form = MappingForm.of(fields, null);
    var view = mappings.chosen(id, form.name(), form.mapping(), actor);
    if (!view.faults().isEmpty() || !form.added().unexplained().isEmpty()) {
      return faulty(form, view, "/" + id + "/mapping")
          .addObject("dryRun", imports.run(id, actor).dryRun());
    }
    mappings.explain(id, form.name(), form.mapping(), actor);
    return new ModelAndView("redirect:/settings/imports/" + id);
  }

  private static ModelAndView faulty(MappingForm form, MappingView view, String action) {
    var page = page("importing/mapping", form, view, action);
    page.addObject("unexplained", form.added().unexplained());
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  private static ModelAndView page(String template, MappingView view, String action) {
    return page(template, MappingForm.of(Map.of(), null), view, action);
  }

  private static ModelAndView page(
      String template, MappingForm form, MappingView view, String action) {
    var page = new ModelAndView(template);
    boolean purchases = view.mapping().type().equals(ImportType.PURCHASES.word());
    boolean lines = view.mapping().lines() != null;
    page.addObject("view", view);
    page.addObject("rows", form.rows(view));
    page.addObject("offered", MappingForm.offered(view.mapping().type(), purchases && lines));
    page.addObject("types", Arrays.stream(ImportType.values()).map(ImportType::word).toList());
    page.addObject("purchases", purchases);
    page.addObject("remembered", action.startsWith("/mappings/"));
    page.addObject("action", "/settings/imports" + action);
    return page;
  }

  @GetMapping("/mappings")
  ModelAndView list(Actor actor) {
    return new ModelAndView("importing/mappings", Map.of("mappings", mappings.all(actor)));
  }

  @GetMapping({"/mappings.csv", "/mappings.xlsx"})
  void export(Actor actor, HttpServletRequest request, HttpServletResponse response) {
    var all = mappings.all(actor);
    try (var file = Export.open(request, response, clock.today(), "mappings")) {
      file.row("name", "type", "columns", "member", "changed");
      all.forEach(
          one ->
              file.row(
                  one.name(),
                  one.mapping().type(),
                  String.join(", ", one.header()),
                  one.member(),
                  one.changedAt()));
    }
  }

  @GetMapping("/mappings/{id}")
  ModelAndView edit(@PathVariable long id, Actor actor) {
    return page("importing/mapping", mappings.one(id, actor), "/mappings/" + id);
  }

  @PostMapping("/mappings/{id}/check")
  ModelAndView checkOther(
      @PathVariable long id,
      @RequestParam Map<String, String> fields,
      @RequestHeader(name = "HX-Trigger-Name", required = false) @Nullable String last,
      Actor actor) {
    var form = MappingForm.of(fields, last);
    return page(
        "importing/mapping :: choice",
        form,
        mappings.other(id, form.name(), form.mapping(), actor),
        "/mappings/" + id);
  }

  @PostMapping("/mappings/{id}")
  ModelAndView change(
      @PathVariable long id, @RequestParam Map<String, String> fields, Actor actor) {
    var form = MappingForm.of(fields, null);
    if (!form.added().unexplained().isEmpty()) {
      return faulty(id, form, actor);
    }
    try {
      mappings.change(id, form.name(), form.mapping(), actor);
    } catch (Refused refused) {
      return faulty(id, form, actor);
    }
    return new ModelAndView(LIST);
  }

  private ModelAndView faulty(long id, MappingForm form, Actor actor) {
    return faulty(form, mappings.other(id, form.name(), form.mapping(), actor), "/mappings/" + id);
  }

  @PostMapping("/mappings/{id}/deletion")
  String forget(@PathVariable long id, Actor actor, RedirectAttributes after) {
    var name = mappings.forget(id, actor);
    after.addFlashAttribute("notice", wording.of("mapping.forgotten", name));
    after.addFlashAttribute("undo", "/settings/imports/mappings/" + id + "/restoration");
    return LIST;
  }

  @PostMapping("/mappings/{id}/restoration")
  String remember(@PathVariable long id, Actor actor, RedirectAttributes after) {
    after.addFlashAttribute(
        "notice", wording.of("mapping.remembered", mappings.remember(id, actor)));
    return LIST;
  }
}
