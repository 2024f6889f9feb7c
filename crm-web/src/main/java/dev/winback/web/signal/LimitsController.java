package dev.winback.web.signal;

import dev.winback.shared.Refused;
import dev.winback.signal.Limit;
import dev.winback.signal.Profiles;
import dev.winback.signal.SignalKind;
import dev.winback.signal.Simulations;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

/** The limits of detection: proposed from the data, tried, changed, taken back. */
@Controller
@RequestMapping("/settings/limits")
class LimitsController {

  private static final int CHANGES = 20;

  private final Profiles profiles;
  private final Simulations simulations;
  private final Wording wording;

  LimitsController(Profiles profiles, Simulations simulations, Wording wording) {
    this.profiles = profiles;
    this.simulations = simulations;
    this.wording = wording;
  }

  @GetMapping
  ModelAndView page(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(required = false) @Nullable Long tried,
      Actor actor) {
    var limits = tried == null ? profiles.of(kind) : simulations.of(tried, actor).limits();
    return page(kind, LimitsFields.of(limits), null, actor);
  }

  /** Saves or, with the other button, tries; a wrong field comes back with its reason. */
  @PostMapping
  ModelAndView act(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "try") String act,
      @RequestParam Map<String, String> form,
      @RequestParam(defaultValue = "") List<String> on,
      Actor actor,
      RedirectAttributes after) {
    var fields = LimitsFields.read(form, on);
    try {
      return new ModelAndView(
          act.equals("save")
              ? save(kind, fields, actor, after)
              : "redirect:/settings/limits/simulations/"
                  + simulations.start(kind, fields, actor).id());
    } catch (Refused refused) {
      return page(kind, fields, refused, actor);
    }
  }

  private String save(
      String kind, Map<String, String> fields, Actor actor, RedirectAttributes after) {
    long change = profiles.change(kind, fields, actor);
    return done(kind, "limits.saved", change, after);
  }

  @PostMapping("/reset")
  String reset(
      @RequestParam(defaultValue = "") String kind, Actor actor, RedirectAttributes after) {
    return done(kind, "limits.reset.done", profiles.reset(kind, actor), after);
  }

  /** What the data propose is refused: the limits stay. */
  @PostMapping("/keep")
  String keep(Actor actor, RedirectAttributes after) {
    return done("", "limits.kept", profiles.keep(actor), after);
  }

  @PostMapping("/changes/{id}/undo")
  String undo(@PathVariable long id, Actor actor, RedirectAttributes after) {
    profiles.undo(id, actor);
    after.addFlashAttribute("notice", wording.of("limits.undone"));
    return "redirect:/settings/limits";
  }

  private String done(String kind, String words, long change, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of(words));
    after.addFlashAttribute("undo", "/settings/limits/changes/" + change + "/undo");
    after.addAttribute("kind", kind);
    return "redirect:/settings/limits";
  }

  private ModelAndView page(
      String kind, Map<String, @Nullable String> fields, @Nullable Refused refused, Actor actor) {
    var all = profiles.all(actor);
    var page = new ModelAndView("signal/limits");
    page.addObject("profiles", all);
    page.addObject("kind", kind);
    page.addObject("fields", fields);
    page.addObject("own", all.stream().anyMatch(p -> p.own() && p.kind().equals(kind)));
    page.addObject("rules", rules());
    page.addObject("changes", profiles.changes(CHANGES, actor));
    page.addObject("refused", refused);
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }

  /** The limits of each rule, in the order of the rules. */
  private static Map<SignalKind, List<Limit>> rules() {
    var rules = new LinkedHashMap<SignalKind, List<Limit>>();
    for (var kind : SignalKind.values()) {
      if (kind != SignalKind.STALE_CONTACT) {
        rules.put(kind, List.of());
      }
    }
    rules.putAll(Arrays.stream(Limit.values()).collect(Collectors.groupingBy(Limit::rule)));
    return rules;
  }
}
