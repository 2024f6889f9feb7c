package dev.winback.web.security;

import dev.winback.report.Notices;
import dev.winback.shared.Refused;
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
  private final Notices notices;
  private final Wording wording;

  DoorController(Staff staff, Notices notices, Wording wording) {
    this.staff = staff;
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
  String setUp() {
    return staff.hasAdministrator() ? "redirect:/login" : "security/setup";
  }

  @PostMapping("/setup")
  String setUp(@RequestParam String password, Model model, RedirectAttributes after) {
    try {
      staff.setUpAdministrator(password);
      after.addFlashAttribute("ready", true);
      return "redirect:/login";
    } catch (Refused refused) {
      model.addAttribute("wrong", wording.of(refused.sentence()));
      return "security/setup";
    }
  }
}
