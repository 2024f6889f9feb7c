package dev.winback.web.settings;

import dev.winback.privacy.Retention;
import dev.winback.privacy.RetentionRule;
import dev.winback.privacy.Retentions;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How long data are kept, and what the nights have deleted. */
@Controller
@RequestMapping("/settings/retention")
class RetentionController {

  private static final int REPORT = 60;

  private final Retentions retentions;
  private final Wording wording;

  RetentionController(Retentions retentions, Wording wording) {
    this.retentions = retentions;
    this.wording = wording;
  }

  @GetMapping
  ModelAndView look(Actor actor) {
    return page(null, Map.of(), actor);
  }

  @PostMapping
  ModelAndView change(
      @RequestParam Map<String, String> form, Actor actor, RedirectAttributes after) {
    try {
      retentions.change(rules(form), actor);
    } catch (Refused refused) {
      return page(refused, form, actor);
    }
    after.addFlashAttribute("notice", wording.of("privacy.retention.saved"));
    return new ModelAndView("redirect:/settings/retention");
  }

  private static List<RetentionRule> rules(Map<String, String> form) {
    var rules = new ArrayList<RetentionRule>();
    Arrays.stream(Retention.values())
        .filter(kind -> form.containsKey(kind.code()))
        .forEach(
            kind ->
                rules.add(new RetentionRule(kind, days(kind, form.getOrDefault(kind.code(), "")))));
    return rules;
  }

  private static int days(Retention kind, String typed) {
    try {
      return Integer.parseInt(typed.strip());
    } catch (NumberFormatException e) {
      throw Refused.field(kind.code(), "privacy.refused.days", kind.least(), Retention.MOST);
    }
  }

  private ModelAndView page(@Nullable Refused refused, Map<String, String> typed, Actor actor) {
    var page = new ModelAndView("settings/retention");
    page.addObject("rules", retentions.rules(actor));
    page.addObject("report", retentions.report(REPORT, actor));
    page.addObject("most", Retention.MOST);
    page.addObject("typed", typed);
    page.addObject("refused", refused);
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }
}
