package dev.winback.web.why;

import dev.winback.lapse.LapseId;
import dev.winback.lapse.Losers;
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
import dev.winback.why.Personality;
import dev.winback.why.SaidBy;
import dev.winback.why.Statements;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one loss, as it is asked for and as it comes back after each of its forms. */
@Component
class LapsePage {

  private final LapsePages pages;
  private final Signals signals;
  private final Findings findings;
  private final Backgrounds backgrounds;
  private final Statements statements;
  private final Surveys surveys;
  private final Losers losers;
  private final Staff staff;
  private final Wording wording;

  LapsePage(
      LapsePages pages,
      Signals signals,
      Findings findings,
      Backgrounds backgrounds,
      Statements statements,
      Surveys surveys,
      Losers losers,
      Staff staff,
      Wording wording) {
    this.pages = pages;
    this.signals = signals;
    this.findings = findings;
    this.backgrounds = backgrounds;
    this.statements = statements;
    this.surveys = surveys;
    this.losers = losers;
    this.staff = staff;
    this.wording = wording;
  }

  ModelAndView of(LapseId id, Actor actor) {
    return new ModelAndView("lapse/lapse", model(pages.facts(id, actor), actor));
  }

  /** What was typed stands in its form again; the sentence leads to the field that is wrong. */
  ModelAndView refused(
      LapseId id, Refused refused, @Nullable String field, Map<String, ?> typed, Actor actor) {
    var page = of(id, actor);
    page.addAllObjects(typed);
    page.addObject("refused", refused);
    page.addObject("wrong", field);
    page.setStatus(
        refused.field() == null ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  ModelAndView back(
      LapseId id, String key, @Nullable String undo, String part, RedirectAttributes after) {
    var address = "/lapses/" + id.value();
    after.addFlashAttribute("notice", wording.of(key));
    after.addFlashAttribute("undo", undo == null ? null : address + undo);
    return new ModelAndView("redirect:" + address + "#" + part);
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
    model.put("everybody", staff.all());
    model.put("corrections", losers.corrections(id, actor));
    model.put("sayers", SaidBy.values());
    model.put("personalities", Personality.values());
    model.put("form", UUID.randomUUID().toString());
    return model;
  }
}
