package dev.winback.web.script;

import dev.winback.script.Phrase;
import dev.winback.script.PhraseSort;
import dev.winback.script.Phrases;
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

/** The short texts of one sort: changed in place, added, retired, restored. */
@Controller
@RequestMapping("/settings/phrases/{sort}")
class PhraseController {

  private final Phrases phrases;
  private final Wording wording;

  PhraseController(Phrases phrases, Wording wording) {
    this.phrases = phrases;
    this.wording = wording;
  }

  @GetMapping
  ModelAndView list(@PathVariable String sort, Actor actor) {
    return page(PhraseSort.ofCode(sort), "", "", null, null, actor);
  }

  @PostMapping
  ModelAndView add(
      @PathVariable String sort,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String text,
      Actor actor,
      RedirectAttributes after) {
    var of = PhraseSort.ofCode(sort);
    try {
      var added = phrases.add(of, title, text, actor);
      return back("script.added", added, "/" + added.code() + "/retirement", after);
    } catch (Refused refused) {
      return page(of, title, text, refused, null, actor);
    }
  }

  @PostMapping("/{code}")
  ModelAndView save(
      @PathVariable String sort,
      @PathVariable String code,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "0") int seen,
      Actor actor,
      RedirectAttributes after) {
    var of = PhraseSort.ofCode(sort);
    try {
      return back("script.saved", phrases.save(of, code, title, text, seen, actor), null, after);
    } catch (Refused refused) {
      return page(of, title, text, refused, code, actor);
    }
  }

  @PostMapping("/{code}/retirement")
  ModelAndView retire(
      @PathVariable String sort, @PathVariable String code, Actor actor, RedirectAttributes after) {
    var retired = phrases.retire(PhraseSort.ofCode(sort), code, true, actor);
    return back("script.retired", retired, "/" + code + "/return", after);
  }

  @PostMapping("/{code}/return")
  ModelAndView bring(
      @PathVariable String sort, @PathVariable String code, Actor actor, RedirectAttributes after) {
    var returned = phrases.retire(PhraseSort.ofCode(sort), code, false, actor);
    return back("script.returned", returned, "/" + code + "/retirement", after);
  }

  @PostMapping("/{code}/restoration")
  ModelAndView restore(
      @PathVariable String sort, @PathVariable String code, Actor actor, RedirectAttributes after) {
    return back(
        "script.restored", phrases.restore(PhraseSort.ofCode(sort), code, actor), null, after);
  }

  private ModelAndView back(
      String key, Phrase phrase, @Nullable String undo, RedirectAttributes after) {
    var address = "/settings/phrases/" + phrase.sort().code();
    after.addFlashAttribute("notice", wording.of(key, phrase.title()));
    after.addFlashAttribute("undo", undo == null ? null : address + undo);
    return new ModelAndView("redirect:" + address);
  }

  private ModelAndView page(
      PhraseSort sort,
      String title,
      String text,
      @Nullable Refused refused,
      @Nullable String at,
      Actor actor) {
    actor.require(Permission.KEEP_SCRIPTS);
    var page = new ModelAndView("script/phrases");
    page.addObject("sort", sort);
    page.addObject("sorts", PhraseSort.values());
    page.addObject("phrases", phrases.all(sort, actor));
    page.addObject("title", title);
    page.addObject("text", text);
    page.addObject("refused", refused);
    page.addObject("at", at);
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }
}
