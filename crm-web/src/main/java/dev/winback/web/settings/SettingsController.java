package dev.winback.web.settings;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Zones;
import dev.winback.staff.Actor;
import dev.winback.staff.Preferences;
import dev.winback.staff.Role;
import dev.winback.staff.Staff;
import dev.winback.web.layout.Wording;
import dev.winback.weekly.WeeklyLetters;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The way to every setting, and the member's own preferences. */
@Controller
class SettingsController {

  private final Staff staff;
  private final WeeklyLetters weekly;
  private final BusinessClock clock;
  private final Wording wording;

  SettingsController(Staff staff, WeeklyLetters weekly, BusinessClock clock, Wording wording) {
    this.clock = clock;
    this.staff = staff;
    this.weekly = weekly;
    this.wording = wording;
  }

  @GetMapping("/settings")
  String hub(Actor actor, Model model) {
    model.addAttribute("preferences", staff.preferences(actor));
    model.addAttribute("zones", Zones.names());
    model.addAttribute("firmZone", clock.getZone().getId());
    model.addAttribute("manager", actor.role() == Role.MANAGER);
    model.addAttribute("weekly", weekly.last(actor).orElse(null));
    return "settings/settings";
  }

  @PostMapping("/settings/preferences")
  String prefer(
      @RequestParam String theme,
      @RequestParam(defaultValue = "comfortable") String density,
      @RequestParam(defaultValue = "false") boolean singleKeys,
      @RequestParam(defaultValue = "false") boolean weeklyLetter,
      @RequestParam(defaultValue = "") String zone,
      Actor actor,
      RedirectAttributes after) {
    staff.prefer(
        new Preferences(theme, density, singleKeys, weeklyLetter, zone.isEmpty() ? null : zone),
        actor);
    after.addFlashAttribute("notice", wording.of("hub.saved"));
    return "redirect:/settings";
  }
}
