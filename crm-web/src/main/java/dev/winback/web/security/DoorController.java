package dev.winback.web.security;

import dev.winback.letter.SendingRules;
import dev.winback.report.Notices;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.staff.Staff;
import dev.winback.web.layout.Wording;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sign-in page and first visit. */
@Controller
class DoorController {

  private static final List<String> DEMO_LOGINS =
      List.of("admin", "manager", "rep", "rep2", "marketing");

  private final Staff staff;
  private final SendingRules sending;
  private final Settings settings;
  private final Notices notices;
  private final Wording wording;

  DoorController(
      Staff staff, SendingRules sending, Settings settings, Notices notices, Wording wording) {
    this.staff = staff;
    this.sending = sending;
    this.settings = settings;
    this.notices = notices;
    this.wording = wording;
  }

  @GetMapping("/login")
  String login(Model model) {
    if (!staff.hasAdministrator()) {
      return "redirect:/setup";
    }
    model.addAttribute("demo", notices.now().demo());
    model.addAttribute("demoLogins", DEMO_LOGINS);
    return "security/login";
  }

  @GetMapping("/setup")
  String setUp(Model model) {
    model.addAttribute("softOptIn", settings.mail().softOptIn());
    return staff.hasAdministrator() ? "redirect:/login" : "security/setup";
  }

  @PostMapping("/setup")
  String setUp(
      @RequestParam String password,
      @RequestParam(defaultValue = "false") boolean softOptIn,
      Model model,
      RedirectAttributes after) {
    try {
      sending.decideSoftOptIn(softOptIn, staff.setUpAdministrator(password));
      after.addFlashAttribute("ready", true);
      return "redirect:/login";
    } catch (Refused refused) {
      model.addAttribute("wrong", wording.of(refused.sentence()));
      model.addAttribute("softOptIn", softOptIn);
      return "security/setup";
    }
  }
}
