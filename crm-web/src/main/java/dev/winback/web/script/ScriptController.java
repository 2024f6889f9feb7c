package dev.winback.web.script;

import dev.winback.customer.CustomerId;
import dev.winback.report.CustomerPages;
import dev.winback.script.Content;
import dev.winback.script.Occasion;
import dev.winback.script.Script;
import dev.winback.script.ScriptKind;
import dev.winback.script.Scripts;
import dev.winback.script.Step;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Wording;
import java.util.List;
import java.util.Map;
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

/** One script: written, previewed as a real customer, taken back to any version. */
@Controller
@RequestMapping("/settings/scripts")
class ScriptController {

  private static final Content BLANK =
      new Content("", ScriptKind.FLEXIBLE, Occasion.CALL, List.of(), null, List.of(), false);

  private final Scripts scripts;
  private final CustomerPages pages;
  private final Wording wording;

  ScriptController(Scripts scripts, CustomerPages pages, Wording wording) {
    this.scripts = scripts;
    this.pages = pages;
    this.wording = wording;
  }

  @GetMapping("/new")
  ModelAndView blank(Actor actor) {
    return page(null, BLANK, null, null, actor);
  }

  @GetMapping("/{code}")
  ModelAndView one(
      @PathVariable String code, @RequestParam(required = false) @Nullable String as, Actor actor) {
    var script = scripts.of(code, actor);
    return page(script, script.content(), as, null, actor);
  }

  @PostMapping
  ModelAndView add(
      ScriptForm form,
      @RequestParam Map<String, String> fields,
      Actor actor,
      RedirectAttributes after) {
    actor.require(Permission.KEEP_SCRIPTS);
    var content = form.toContent(fields);
    try {
      var added = scripts.add(content, actor);
      return back("script.added", added, after, "/" + added.code() + "/retirement");
    } catch (Refused refused) {
      return page(null, content, null, refused, actor);
    }
  }

  @PostMapping("/{code}")
  ModelAndView save(
      @PathVariable String code,
      @RequestParam(defaultValue = "0") int seen,
      ScriptForm form,
      @RequestParam Map<String, String> fields,
      Actor actor,
      RedirectAttributes after) {
    actor.require(Permission.KEEP_SCRIPTS);
    var content = form.toContent(fields);
    try {
      var undo = seen == 0 ? "/restoration" : "/versions/" + seen;
      return back(
          "script.saved", scripts.save(code, content, seen, actor), after, "/" + code + undo);
    } catch (Refused refused) {
      return page(scripts.of(code, actor), content, null, refused, actor);
    }
  }

  @PostMapping("/{code}/restoration")
  ModelAndView restore(@PathVariable String code, Actor actor, RedirectAttributes after) {
    return back("script.restored", scripts.restore(code, actor), after, null);
  }

  @PostMapping("/{code}/versions/{number}")
  ModelAndView again(
      @PathVariable String code, @PathVariable int number, Actor actor, RedirectAttributes after) {
    return back("script.again", scripts.again(code, number, actor), after, null);
  }

  @PostMapping("/{code}/retirement")
  ModelAndView retire(@PathVariable String code, Actor actor, RedirectAttributes after) {
    var retired = scripts.retire(code, true, actor);
    return back("script.retired", retired, after, "/" + code + "/return");
  }

  @PostMapping("/{code}/return")
  ModelAndView bring(@PathVariable String code, Actor actor, RedirectAttributes after) {
    var returned = scripts.retire(code, false, actor);
    return back("script.returned", returned, after, "/" + code + "/retirement");
  }

  private ModelAndView back(
      String key, Script script, RedirectAttributes after, @Nullable String undo) {
    after.addFlashAttribute("notice", wording.of(key, script.content().title()));
    after.addFlashAttribute("undo", undo == null ? null : "/settings/scripts" + undo);
    return new ModelAndView("redirect:/settings/scripts/" + script.code());
  }

  private ModelAndView page(
      @Nullable Script script,
      Content content,
      @Nullable String as,
      @Nullable Refused refused,
      Actor actor) {
    actor.require(Permission.KEEP_SCRIPTS);
    var page = new ModelAndView("script/script");
    page.addObject("script", script);
    page.addObject("content", content);
    page.addObject("steps", Step.values());
    page.addObject("kinds", ScriptKind.values());
    page.addObject("occasions", Occasion.values());
    page.addObject("refused", refused);
    page.addObject("as", as);
    preview(page, content, as, actor);
    page.addObject("versions", script == null ? List.of() : scripts.versions(script.code(), actor));
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }

  private void preview(ModelAndView page, Content content, @Nullable String as, Actor actor) {
    if (as != null && !as.isBlank()) {
      var customer = pages.facts(as.strip(), actor);
      page.addObject("preview", scripts.filled(content, new CustomerId(customer.id()), actor));
      page.addObject("customer", customer);
    }
  }
}
