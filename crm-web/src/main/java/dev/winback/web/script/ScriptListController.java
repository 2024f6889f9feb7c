package dev.winback.web.script;

import dev.winback.customer.CustomerId;
import dev.winback.report.CustomerPages;
import dev.winback.script.Content;
import dev.winback.script.Occasion;
import dev.winback.script.PhraseSort;
import dev.winback.script.Phrases;
import dev.winback.script.Script;
import dev.winback.script.Scripts;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Export;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The scripts as a list, as help that is searched, and as a card to practise with. */
@Controller
class ScriptListController {

  private final Scripts scripts;
  private final Phrases phrases;
  private final CustomerPages pages;
  private final BusinessClock clock;

  ScriptListController(Scripts scripts, Phrases phrases, CustomerPages pages, BusinessClock clock) {
    this.scripts = scripts;
    this.phrases = phrases;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/settings/scripts")
  String list(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String occasion,
      Actor actor,
      Model model) {
    actor.require(Permission.KEEP_SCRIPTS);
    model.addAttribute("scripts", found(q, occasion, actor));
    model.addAttribute("occasions", Occasion.values());
    model.addAttribute("sorts", PhraseSort.values());
    model.addAttribute("q", q);
    model.addAttribute("occasion", occasion);
    return "script/scripts";
  }

  private List<Script> found(String q, String occasion, Actor actor) {
    return scripts.all(actor).stream()
        .filter(script -> occasion.isBlank() || script.content().occasion().code().equals(occasion))
        .filter(script -> names(script.content(), q.toLowerCase(Locale.ROOT).strip()))
        .toList();
  }

  private static boolean names(Content content, String q) {
    return (content.title() + content.passages()).toLowerCase(Locale.ROOT).contains(q);
  }

  @GetMapping({"/settings/scripts.csv", "/settings/scripts.xlsx"})
  void file(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String occasion,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.KEEP_SCRIPTS);
    var found = found(q, occasion, actor);
    try (var file = Export.open(request, response, clock.today(), "scripts")) {
      file.row("script", "title", "kind", "occasion", "reasons", "problem", "step", "text", "dont");
      found.forEach(script -> rows(script, file));
    }
  }

  private static void rows(Script script, Export file) {
    var content = script.content();
    for (var passage : content.passages()) {
      file.row(
          script.code(),
          content.title(),
          content.kind().code(),
          content.occasion().code(),
          String.join(" ", content.reasons()),
          content.problem(),
          passage.step().code(),
          passage.text(),
          passage.dont());
    }
  }

  /** Advice, answers and questions, found by their words. */
  @GetMapping("/scripts")
  String help(@RequestParam(defaultValue = "") String q, Actor actor, Model model) {
    model.addAttribute("found", phrases.search(q, actor));
    model.addAttribute("scripts", found(q, "", actor));
    model.addAttribute("q", q);
    return "script/help";
  }

  /** Two people and a card: one calls, the other one is the customer (CAL-40). */
  @GetMapping("/scripts/{code}/practice")
  String practice(
      @PathVariable String code,
      @RequestParam(required = false) @Nullable String as,
      Actor actor,
      Model model) {
    var script = scripts.of(code, actor);
    model.addAttribute("script", script);
    model.addAttribute("content", words(script.content(), as, actor));
    model.addAttribute("objections", phrases.of(PhraseSort.OBJECTION));
    model.addAttribute("anger", phrases.of(PhraseSort.ANGER));
    return "script/practice";
  }

  private Content words(Content content, @Nullable String as, Actor actor) {
    if (as == null || as.isBlank()) {
      return content;
    }
    var customer = new CustomerId(pages.facts(as.strip(), actor).id());
    return scripts.filled(content, customer, actor);
  }
}
