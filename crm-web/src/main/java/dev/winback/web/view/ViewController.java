package dev.winback.web.view;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.view.NewView;
import dev.winback.view.Views;
import dev.winback.web.layout.Wording;
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

/** The views a member keeps: saving, renaming, ordering and removing them. */
@Controller
class ViewController {

  private final Views views;
  private final ViewCounts counts;
  private final Wording wording;

  ViewController(Views views, ViewCounts counts, Wording wording) {
    this.views = views;
    this.counts = counts;
    this.wording = wording;
  }

  @GetMapping("/views")
  ModelAndView all(Actor actor) {
    return new ModelAndView("view/views", Map.of("all", views.of(actor)));
  }

  @GetMapping("/views/new")
  ModelAndView ask(
      @RequestParam(defaultValue = "/lost") String path,
      @RequestParam(required = false) @Nullable String query,
      Actor actor) {
    views.of(actor);
    return asked(new NewView("", path, query == null ? "" : query, false), null, actor);
  }

  private ModelAndView asked(NewView entry, @Nullable Refused refused, Actor actor) {
    var page = new ModelAndView("view/new", Map.of("entry", entry));
    page.addObject("refused", refused);
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }

  @PostMapping("/views")
  ModelAndView save(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "/lost") String path,
      @RequestParam(defaultValue = "") String query,
      @RequestParam(defaultValue = "false") boolean shared,
      Actor actor,
      RedirectAttributes after) {
    var entry = new NewView(name, path, query, shared);
    try {
      counts.count(path, query, actor);
      var view = views.one(views.save(entry, actor), actor);
      after.addFlashAttribute("notice", wording.of("view.saved", view.name()));
      after.addFlashAttribute("undo", "/views/" + view.id() + "/removal");
      return new ModelAndView("redirect:" + view.address());
    } catch (Refused refused) {
      return asked(entry, refused, actor);
    }
  }

  @PostMapping("/views/{id}")
  String rename(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "false") boolean shared,
      Actor actor,
      RedirectAttributes after) {
    views.rename(id, name, shared, null, actor);
    after.addFlashAttribute("notice", wording.of("view.changed", name.strip()));
    return "redirect:/views";
  }

  @PostMapping("/views/{id}/move")
  String move(@PathVariable long id, @RequestParam(defaultValue = "true") boolean up, Actor actor) {
    views.move(id, up, actor);
    return "redirect:/views#view-" + id;
  }

  @PostMapping("/views/{id}/removal")
  String remove(@PathVariable long id, Actor actor, RedirectAttributes after) {
    var view = views.one(id, actor);
    views.remove(id, actor);
    after.addFlashAttribute("notice", wording.of("view.removed", view.name()));
    after.addFlashAttribute("undo", "/views/" + id + "/restoration");
    return "redirect:/views";
  }

  @PostMapping("/views/{id}/restoration")
  String restore(@PathVariable long id, Actor actor, RedirectAttributes after) {
    views.restore(id, actor);
    after.addFlashAttribute("notice", wording.of("view.restored", views.one(id, actor).name()));
    return "redirect:/views";
  }
}
