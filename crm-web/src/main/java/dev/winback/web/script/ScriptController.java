package dev.winback.web.script;

import dev.winback.script.ScriptText;
import dev.winback.script.ScriptTextEntry;
import dev.winback.script.Scripts;
import dev.winback.script.Style;
import dev.winback.script.TextKind;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The texts of calls as the firm wants them: changed, added, retired, given back their words. */
@Controller
@RequestMapping("/settings/scripts")
class ScriptController {

  private final Scripts scripts;
  private final Wording wording;

  ScriptController(Scripts scripts, Wording wording) {
    this.scripts = scripts;
    this.wording = wording;
  }

  @GetMapping
  ModelAndView list(
      @RequestParam(defaultValue = "part") String kind,
      @RequestParam(defaultValue = "") String words,
      Actor actor) {
    return page(TextKind.ofCode(kind), words, ScriptTextEntry.EMPTY, null, null, actor);
  }

  @PostMapping
  ModelAndView add(
      @RequestParam String kind, ScriptTextEntry entry, Actor actor, RedirectAttributes after) {
    var what = TextKind.ofCode(kind);
    try {
      var text = scripts.add(what, entry, actor);
      return back("script.added", text, text.id() + "/retirement", after);
    } catch (Refused refused) {
      return page(what, "", entry, refused, null, actor);
    }
  }

  @PostMapping("/{id}")
  ModelAndView change(
      @PathVariable long id,
      @RequestParam String kind,
      ScriptTextEntry entry,
      @RequestParam(required = false) @Nullable Long version,
      Actor actor,
      RedirectAttributes after) {
    try {
      return back("script.changed", scripts.change(id, entry, version, actor), id + "/undo", after);
    } catch (Refused refused) {
      return page(TextKind.ofCode(kind), "", entry, refused, id, actor);
    }
  }

  @PostMapping("/{id}/shipped")
  ModelAndView shipped(@PathVariable long id, Actor actor, RedirectAttributes after) {
    return back("script.shipped", scripts.restoreShipped(id, actor), id + "/undo", after);
  }

  @PostMapping("/{id}/undo")
  ModelAndView undo(@PathVariable long id, Actor actor, RedirectAttributes after) {
    return back("script.undone", scripts.undo(id, actor), null, after);
  }

  @PostMapping("/{id}/retirement")
  ModelAndView retire(@PathVariable long id, Actor actor, RedirectAttributes after) {
    return back("script.retired", scripts.retire(id, actor), id + "/return", after);
  }

  @PostMapping("/{id}/return")
  ModelAndView bringBack(@PathVariable long id, Actor actor, RedirectAttributes after) {
    return back("script.back", scripts.bringBack(id, actor), id + "/retirement", after);
  }

  /** What stood there before, the newest first. */
  @GetMapping("/{id}")
  ModelAndView one(@PathVariable long id, Actor actor) {
    var page = new ModelAndView("script/versions");
    page.addObject("versions", scripts.versions(id, actor));
    page.addObject("text", scripts.text(id));
    return page;
  }

  /** Read out, or meant; taken back by choosing the other again. */
  @PostMapping("/style")
  ModelAndView choose(@RequestParam String style, Actor actor, RedirectAttributes after) {
    var before = scripts.choose(Style.ofCode(style), actor);
    after.addFlashAttribute("notice", wording.of("script.style.chosen." + style));
    after.addFlashAttribute("undo", "/settings/scripts/style?style=" + before.code());
    return new ModelAndView("redirect:/settings/scripts");
  }

  private ModelAndView back(
      String key, ScriptText text, @Nullable String undo, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of(key, text.title()));
    after.addFlashAttribute("undo", undo == null ? null : "/settings/scripts/" + undo);
    return new ModelAndView("redirect:/settings/scripts?kind=" + text.kind().code());
  }

  private ModelAndView page(
      TextKind kind,
      String words,
      ScriptTextEntry entry,
      @Nullable Refused refused,
      @Nullable Long at,
      Actor actor) {
    actor.require(Permission.KEEP_SCRIPTS);
    var page = new ModelAndView("script/scripts");
    page.addObject("kind", kind);
    page.addObject("kinds", TextKind.values());
    page.addObject("words", words);
    page.addObject("texts", scripts.texts(kind, words));
    page.addObject("style", scripts.style());
    page.addObject("styles", Style.values());
    page.addObject("entry", entry);
    page.addObject("refused", refused);
    page.addObject("at", at);
    page.setStatus(refused == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }
}
