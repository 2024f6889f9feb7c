package dev.winback.web.why;

import dev.winback.lapse.LapseId;
import dev.winback.report.LapseFacts;
import dev.winback.report.LapsePages;
import dev.winback.shared.Refused;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.staff.Staff;
import dev.winback.survey.Surveys;
import dev.winback.web.layout.Wording;
import dev.winback.why.Backgrounds;
import dev.winback.why.Findings;
import dev.winback.why.Looked;
import dev.winback.why.Personality;
import dev.winback.why.SaidBy;
import dev.winback.why.Statements;
import dev.winback.why.Telling;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One loss on a page of its own: what it is, what was looked at, why he left, what to do. */
@Controller
@RequestMapping("/lapses/{id:\\d+}")
class LapseController {

  private final LapsePages pages;
  private final Signals signals;
  private final Findings findings;
  private final Backgrounds backgrounds;
  private final Statements statements;
  private final Surveys surveys;
  private final Staff staff;
  private final Wording wording;

  LapseController(
      LapsePages pages,
      Signals signals,
      Findings findings,
      Backgrounds backgrounds,
      Statements statements,
      Surveys surveys,
      Staff staff,
      Wording wording) {
    this.pages = pages;
    this.signals = signals;
    this.findings = findings;
    this.backgrounds = backgrounds;
    this.statements = statements;
    this.surveys = surveys;
    this.staff = staff;
    this.wording = wording;
  }

  @GetMapping
  ModelAndView lapse(@PathVariable LapseId id, Actor actor) {
    return page(id, null, null, actor);
  }

  @PostMapping("/background")
  ModelAndView look(
      @PathVariable LapseId id,
      @RequestParam(defaultValue = "false") boolean purchases,
      @RequestParam(defaultValue = "false") boolean staff,
      @RequestParam(defaultValue = "false") boolean complaints,
      @RequestParam(defaultValue = "false") boolean all,
      @RequestParam(required = false) @Nullable String note,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      Actor actor,
      RedirectAttributes after) {
    try {
      var looked = new Looked(all || purchases, all || staff, all || complaints, note);
      long row = backgrounds.look(id, looked, actor);
      if (htmx != null) {
        return new ModelAndView("lapse/background :: passed");
      }
      return back(id, "why.background.noted", "/background/" + row + "/undo", "background", after);
    } catch (Refused refused) {
      return page(id, refused, null, actor);
    }
  }

  @PostMapping("/background/{row}/undo")
  ModelAndView unlook(
      @PathVariable LapseId id, @PathVariable long row, Actor actor, RedirectAttributes after) {
    backgrounds.undo(id, row, actor);
    return back(id, "why.undone", null, "background", after);
  }

  @PostMapping("/reasons")
  ModelAndView tell(
      @PathVariable LapseId id,
      @RequestParam MultiValueMap<String, String> form,
      Actor actor,
      RedirectAttributes after) {
    try {
      findings.tell(id, Telling.of(form.toSingleValueMap(), form.get("whys")), actor);
    } catch (Refused refused) {
      return page(id, refused, form.toSingleValueMap(), actor);
    }
    var told = findings.of(id, actor).map(f -> "/reasons/" + f.id() + "/undo").orElse(null);
    return back(id, "why.told", told, "why", after);
  }

  @PostMapping("/reasons/{finding}/undo")
  ModelAndView untell(
      @PathVariable LapseId id, @PathVariable long finding, Actor actor, RedirectAttributes after) {
    findings.undo(id, finding, actor);
    return back(id, "why.undone", null, "why", after);
  }

  @PostMapping("/statements")
  ModelAndView say(
      @PathVariable LapseId id,
      @RequestParam(defaultValue = "") String words,
      Actor actor,
      RedirectAttributes after) {
    try {
      long said = statements.say(id, words, actor);
      return back(id, "why.said", "/statements/" + said + "/withdrawal", "staff", after);
    } catch (Refused refused) {
      return page(id, refused, null, actor);
    }
  }

  @PostMapping("/statements/{statement}/withdrawal")
  ModelAndView withdraw(
      @PathVariable LapseId id,
      @PathVariable long statement,
      Actor actor,
      RedirectAttributes after) {
    statements.withdraw(id, statement, actor);
    return back(id, "why.withdrawn", null, "staff", after);
  }

  @PostMapping("/questions")
  ModelAndView ask(
      @PathVariable LapseId id,
      @RequestParam(defaultValue = "") List<String> member,
      @RequestParam(defaultValue = "") String question,
      Actor actor,
      RedirectAttributes after) {
    try {
      statements.ask(id, member, question, actor);
      return back(id, "why.asked", null, "staff", after);
    } catch (Refused refused) {
      return page(id, refused, null, actor);
    }
  }

  private ModelAndView back(
      LapseId id, String key, @Nullable String undo, String part, RedirectAttributes after) {
    var address = "/lapses/" + id.value();
    after.addFlashAttribute("notice", wording.of(key));
    after.addFlashAttribute("undo", undo == null ? null : address + undo);
    return new ModelAndView("redirect:" + address + "#" + part);
  }

  private ModelAndView page(
      LapseId id, @Nullable Refused refused, @Nullable Map<String, String> typed, Actor actor) {
    var lapse = pages.facts(id, actor);
    var page = new ModelAndView("lapse/lapse", model(lapse, actor));
    page.addObject("typed", typed);
    page.addObject("refused", refused);
    if (refused != null) {
      page.setStatus(
          refused.field() == null ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }

  private Map<String, ?> model(LapseFacts lapse, Actor actor) {
    var id = lapse.lapse();
    var model = new java.util.HashMap<String, @Nullable Object>();
    model.put("lapse", lapse);
    model.put("signals", signals.of(lapse.customer()));
    model.put("dossier", pages.dossier(lapse));
    model.put("background", backgrounds.of(id, actor).orElse(null));
    model.put("known", findings.of(id, actor).orElse(null));
    model.put("history", findings.history(id, actor));
    model.put("statements", statements.of(id, actor));
    model.put("members", staff.active());
    model.put("surveys", surveys.all(actor));
    model.put("sayers", SaidBy.values());
    model.put("personalities", Personality.values());
    model.put("form", UUID.randomUUID().toString());
    return model;
  }
}
